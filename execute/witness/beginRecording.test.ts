import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createChainRules, createGenesisBlock } from '../index.ts'
import { beginRecording } from './beginRecording.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const { block } = createGenesisBlock(
  { timestamp: 0n, gasLimit: 30_000_000n, alloc: {} },
  createChainRules({ chainId: 1, forks: { osaka: 0 } }),
)

test('a witness keeps neither the parent nor what the recording could ask alive', async () => {
  let ancestors: object | undefined = { getBlockHash: () => undefined }
  const asked = new WeakRef(ancestors)
  const witness = recordWith(ancestors as { getBlockHash(): undefined })
  ancestors = undefined
  // A WeakRef holds on until the turn of the event loop it was made in is over.
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(asked.deref()).toBeUndefined()
  expect(witness.headers).toHaveLength(1)
})

function recordWith(ancestors: { getBlockHash(): undefined }) {
  const recording = beginRecording({
    parent: block.header,
    recordWitness: true,
    getBlockHash: () => ancestors.getBlockHash(),
  })
  return recording.witness()
}
