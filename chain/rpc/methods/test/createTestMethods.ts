import type { Backend } from '../../../Backend.ts'
import type { RequestSigner } from '../../RequestSigner.ts'
import type { RpcMethods } from '../../router.ts'
import { createAccountTestMethods } from './accountMethods.ts'
import { createDumpMethods } from './dumpMethods.ts'
import { createHistoryMethods, type Snapshot } from './historyMethods.ts'
import { createMiningMethods } from './miningMethods.ts'
import { createNextBlockMethods } from './nextBlockMethods.ts'
import { createNodeMethods } from './nodeMethods.ts'
import { createPoolTestMethods } from './poolTestMethods.ts'
import { testMethodNames } from './testMethodNames.ts'
import { createTimeMethods } from './timeMethods.ts'
import { createTokenTestMethods } from './tokenMethods.ts'

/** What tests do to a chain, under every name by which viem, Hardhat, Foundry and Ganache call it. */
export function createTestMethods(backend: Backend, signer: RequestSigner): RpcMethods {
  const snapshots = new Map<bigint, Snapshot>()
  const methods: RpcMethods = {
    ...createAccountTestMethods(backend),
    ...createTokenTestMethods(backend),
    ...createTimeMethods(backend),
    ...createMiningMethods(backend),
    ...createHistoryMethods(backend, signer, snapshots),
    ...createNextBlockMethods(backend),
    ...createPoolTestMethods(backend),
    ...createNodeMethods(backend, snapshots),
    ...createDumpMethods(backend),
  }
  return Object.fromEntries(
    Object.entries(methods).flatMap(([method, run]) => testMethodNames(method).map((name) => [name, run])),
  )
}
