import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createLegacyTx } from '@ethereumjs/tx'
import { afterEach, describe, expect, it } from 'vitest'
import { type ExecutionRequest, inlineExecutor } from '../precompile/Executor.ts'
import { createTestRollup, keys, sealedChain, type TestRollup } from '../precompile/rollup.test-support.ts'
import { encodeStatelessInput, type SchemaInput } from '../ssz/statelessInput.ts'
import { createThreadedExecutor, type ThreadedExecutorOptions } from './createThreadedExecutor.ts'
import { hangingWorker } from './hangingWorker.test-support.ts'
import { startWorker } from './startWorker.ts'

const forks = { osaka: 0 }
const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((executor) => executor.close()))
})

function threaded(options: ThreadedExecutorOptions = {}) {
  const executor = createThreadedExecutor(options)
  open.push(executor)
  return executor
}

function requestOf(input: SchemaInput): ExecutionRequest {
  return { ...input, bytes: encodeStatelessInput(input), forks }
}

/** Contract creation whose init code hashes 32 bytes until `gasLimit` is gone. */
async function loopBlock(rollup: TestRollup, gasLimit: bigint, nonce = 0n): Promise<ExecutionRequest> {
  const common = rollup.rules.common(rollup.blocks.at(-1)!.block.header.timestamp + 1n)
  // JUMPDEST, KECCAK256(0, 32), POP, JUMP to 0
  const data = '0x5b60205f20505f56'
  const transaction = createLegacyTx({ nonce, gasPrice: 10n ** 10n, gasLimit, data }, { common }).sign(keys[0])
  return requestOf(rollup.inputOf(await rollup.seal([transaction])))
}

/** RLP of a list of 300,000 small numbers: no transaction, which takes decoding to see. */
const longList = new Uint8Array(300_004).fill(1)
longList.set([0xfa, 300_000 >> 16, (300_000 >> 8) & 0xff, 300_000 & 0xff])

/** A thread that is loaded and ends at its first request. */
const crashing = () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
     parentPort.on('message', () => process.exit(7))
     parentPort.postMessage('ready')`,
    { eval: true },
  )

describe('the threaded executor', () => {
  it('gives the verdicts of the inline one, on valid and on invalid input', async () => {
    const { execute, threads } = threaded()
    const valid = await loopBlock(createTestRollup(), 3_000_000n)
    expect(await execute(valid)).toEqual(await inlineExecutor(valid))
    expect(threads()).toBe(1)

    const { schemaId, input } = valid
    const invalid = requestOf({ schemaId, input: { ...input, witness: { ...input.witness, state: [] } } })
    const [inThread, inline] = [await execute(invalid), await inlineExecutor(invalid)]
    expect(inThread.result).toEqual(inline.result)
    const { code, message, value, expected, name } = inline.refusal!
    expect(inThread.refusal).toMatchObject({ code, message, value, expected, name })
  })

  it('starts no thread for what is light', async () => {
    const { execute, threads } = threaded()
    const rollup = createTestRollup()
    const empty = requestOf(rollup.inputOf(await rollup.seal()))
    expect((await execute(empty)).result.successfulValidation).toBe(true)
    expect(threads()).toBe(0)
  })

  it('judges weight by what transactions may use, not by what the payload claims', async () => {
    const { execute, threads } = threaded()
    const { schemaId, input } = await loopBlock(createTestRollup(), 9_000_000n)
    const executionPayload = { ...input.newPayloadRequest.executionPayload, gasUsed: 0n }
    const claimed = { ...input, newPayloadRequest: { ...input.newPayloadRequest, executionPayload } }
    expect((await execute(requestOf({ schemaId, input: claimed }))).refusal?.code).toBe('WRONG_BLOCK_HASH')
    expect(threads()).toBe(1)
  })

  it('takes what is long for heavy, whatever it holds', async () => {
    const { execute, threads } = threaded()
    const { schemaId, input } = await loopBlock(createTestRollup(), 90_000n)
    const executionPayload = { ...input.newPayloadRequest.executionPayload, transactions: [longList] }
    const long = { ...input, newPayloadRequest: { ...input.newPayloadRequest, executionPayload } }
    expect((await execute(requestOf({ schemaId, input: long }))).result.successfulValidation).toBe(false)
    expect(threads()).toBe(1)
  })

  it('leaves the calling thread free while it executes', async () => {
    const { execute } = threaded()
    const rollup = createTestRollup()
    await execute(await loopBlock(rollup, 2_000_000n))
    const heavy = await loopBlock(rollup, 9_900_000n, 1n)
    let turns = 0
    let done = false
    const executed = execute(heavy).finally(() => {
      done = true
    })
    while (!done) {
      await turn()
      turns++
    }
    expect((await executed).result.successfulValidation).toBe(true)
    expect(turns).toBeGreaterThan(100)
  })

  it('tries again in a new thread when one crashes', async () => {
    let started = 0
    const { execute } = threaded({ start: () => (started++ === 0 ? crashing() : startWorker()) })
    const request = await loopBlock(createTestRollup(), 3_000_000n)
    expect((await execute(request)).result.successfulValidation).toBe(true)
    expect(started).toBe(2)
  })

  it('gives no verdict on what ends every thread, and goes on with the next input', async () => {
    let started = 0
    const { execute } = threaded({ start: () => (started++ < 2 ? crashing() : startWorker()) })
    const request = await loopBlock(createTestRollup(), 3_000_000n)
    await expect(execute(request)).rejects.toMatchObject({ code: 'THREAD_ENDED' })
    expect((await execute(request)).result.successfulValidation).toBe(true)
  })

  it('ends a thread that hangs, without a verdict', async () => {
    const { execute, threads } = threaded({ timeout: 50, start: hangingWorker })
    await expect(execute(await loopBlock(createTestRollup(), 3_000_000n))).rejects.toMatchObject({
      code: 'THREAD_TIMEOUT',
    })
    expect(threads()).toBe(0)
  })

  it('runs inline where threads cannot be started, and says so once', async () => {
    const heard: string[] = []
    const { execute } = threaded({
      start: () => new Worker('throw new Error("no such file")', { eval: true }),
      onUnavailable: ({ code }) => heard.push(code),
    })
    const request = await loopBlock(createTestRollup(), 3_000_000n)
    expect(await execute(request)).toEqual(await inlineExecutor(request))
    expect(await execute(request)).toEqual(await inlineExecutor(request))
    expect(heard).toEqual(['THREAD_UNAVAILABLE'])
  })

  it('queues what its threads have no room for, and answers each request with its own verdict', async () => {
    const { execute, threads } = threaded({ threads: 2 })
    const rollup = createTestRollup()
    const requests = []
    for (let nonce = 0n; nonce < 5n; nonce++) requests.push(await loopBlock(rollup, 2_000_000n, nonce))
    const verdicts = await Promise.all(requests.map(execute))
    expect(verdicts).toEqual(await Promise.all(requests.map(inlineExecutor)))
    expect(threads()).toBe(2)
  })

  it('rejects what is in work when it is closed', async () => {
    const { execute, close } = threaded({ start: hangingWorker })
    const pending = execute(await loopBlock(createTestRollup(), 3_000_000n))
    const rejected = expect(pending).rejects.toMatchObject({ name: 'NativerollError' })
    await close()
    await rejected
    await expect(execute(requestOf(await sealedChain().then((r) => r.inputOf(r.last))))).rejects.toMatchObject({
      code: 'EXECUTOR_CLOSED',
    })
  })
})
