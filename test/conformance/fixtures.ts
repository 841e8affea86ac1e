import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The RPC conformance suite of ethereum/execution-apis: a chain, its genesis, and recorded exchanges. */
export const suiteFolder = fileURLToPath(new URL('../../../shared/fixtures/execution-apis/tests/', import.meta.url))

/** Why the suite cannot run; empty if it can. */
export const suiteMissing = existsSync(suiteFolder) ? '' : '../shared/fixtures/execution-apis is not there'
