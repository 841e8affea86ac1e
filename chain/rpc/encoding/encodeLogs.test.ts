import { expect, test } from 'vitest'
import type { SealedBlock } from '../../../execute/index.ts'
import type { FoundLog } from '../../store/findLogs.ts'
import { encodeLogs } from './encodeLogs.ts'
import { createJsonBytes } from './JsonBytes.ts'

const bytes = (length: number, first: number) => Uint8Array.from({ length }, (_, i) => (first + i * 37) % 256)
const block = {
  hash: bytes(32, 1),
  block: { header: { number: 4_294_967_296n, timestamp: 0n } },
  receipts: [{ transactionHash: bytes(32, 2) }, { transactionHash: bytes(32, 3) }],
} as unknown as SealedBlock

function foundLog(logIndex: number, topicCount: number, dataLength: number): FoundLog {
  const topics = Array.from({ length: topicCount }, (_, i) => bytes(32, i))
  return { log: { address: bytes(20, 9), topics, data: bytes(dataLength, 5) }, block, transactionIndex: 1, logIndex }
}

test.each([
  ['nothing', []],
  ['one without topics and data', [foundLog(0, 0, 0)]],
  [
    'some, of more data than there is room for at first',
    [foundLog(0, 4, 32), foundLog(1, 1, 20_000), foundLog(2, 3, 1)],
  ],
])('is written as its objects are: %s', (_, found) => {
  const logs = encodeLogs(found)
  const json = createJsonBytes()
  logs.writeJson(json)
  expect(Buffer.from(json.bytes()).toString()).toBe(JSON.stringify(logs))
})
