import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { createClock, createExecutionNode, type Listening } from '../../chain/index.ts'
import { executionApisFolder, readGethChain } from '../../execute/transition/gethChain.test-support.ts'

type Hex = `0x${string}`

/** A node that has imported the suite's chain, block by block, and answers over HTTP. */
export async function startSuiteNode(): Promise<{ http: string; close(): Promise<void> }> {
  const { blocks, ...chain } = readGethChain()
  const node = await createExecutionNode(
    {
      name: 'conformance',
      ...chain,
      mining: { mode: 'manual' },
      blobs: {},
      attributes: async ({ gasLimit }) => ({ gasLimit: gasLimitAfter(gasLimit) }),
    },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  for (const block of blocks) await node.importBlock(block)

  const forkchoice = JSON.parse(readFileSync(join(executionApisFolder, 'headfcu.json'), 'utf8')) as {
    params: [Record<string, Hex>]
  }
  const { headBlockHash, safeBlockHash, finalizedBlockHash } = forkchoice.params[0]
  const head = `0x${Buffer.from(node.head().hash).toString('hex')}`
  if (head !== headBlockHash) throw new Error(`the chain ends at ${head}, not at ${headBlockHash}`)
  node.setForkchoice({ safe: safeBlockHash!, finalized: finalizedBlockHash! })

  const { http }: Listening = await node.listen({ host: '127.0.0.1', port: 0 })
  return { http, close: node.close }
}

/** The answers come from go-ethereum, whose blocks move towards 60 million gas by what the rules allow (`--miner.gaslimit`). */
function gasLimitAfter(parent: bigint): bigint {
  const target = 60_000_000n
  const most = parent / 1024n - 1n
  const distance = target > parent ? target - parent : parent - target
  const step = distance < most ? distance : most
  return target > parent ? parent + step : parent - step
}
