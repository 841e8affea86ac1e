import { expect, test } from 'vitest'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { ExceptionalHalt, NativerollError } from '../errors.ts'
import type { PrecompileContext } from '../types/Precompile.ts'
import { createExecutePrecompile } from './createExecutePrecompile.ts'
import { type Executor, inlineExecutor } from './Executor.ts'
import { GENESIS_TIME, sealedChain } from './rollup.test-support.ts'

const context: PrecompileContext = {
  blockNumber: 7n,
  timestamp: GENESIS_TIME + 100n,
  blobVersionedHashes: [],
  earlierBlobVersionedHashes: [],
}

test('an executor that fails is a fault of the node, no refusal, and is asked again', async () => {
  const rollup = await sealedChain()
  const data = encodeExecuteInput(rollup.inputOf(rollup.last))
  let asked = 0
  const execute: Executor = async (request) => {
    asked++
    if (asked === 1) throw new NativerollError('THREAD_TIMEOUT', 'it hung')
    return inlineExecutor(request)
  }
  const { run } = createExecutePrecompile({ schedule: { osaka: 0 }, readBlob: () => undefined, execute })
  const call = async () => run({ data, gasLimit: 2n ** 24n, context })

  const fault = await call().catch((error: unknown) => error)
  expect(fault).toMatchObject({ code: 'THREAD_TIMEOUT' })
  expect(fault).not.toBeInstanceOf(ExceptionalHalt)
  expect((await call()).output).toHaveLength(43)
  expect((await call()).output).toHaveLength(43)
  expect(asked).toBe(2)
})
