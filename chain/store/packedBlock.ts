import { type ChainRules, decodeHeader, encodeHeader, type SealedBlock } from '../../execute/index.ts'
import { decodeBlockRecord, encodeBlockRecord } from './blockRecord.ts'
import { lazyBlock } from './lazyBlock.ts'

/** A block as bytes, which take a fifth of the memory, and what was made of them, for as long as somebody uses it. */
type Packed = {
  header: Uint8Array /** Absent if nothing is in the block. */
  record?: Uint8Array
  rules: ChainRules
  unpacked?: WeakRef<Contents>
}
type Contents = ReturnType<typeof lazyBlock<object>>

const packed = Symbol('packed')
type PackedBlock = SealedBlock & { [packed]: Packed }

/** Shared by all, so that a block costs no functions of its own; enumerable, so that a copy of a block has them. */
const accessors = Object.fromEntries(
  (['block', 'receipts', 'requests', 'blockAccessList'] as const).map((key) => [
    key,
    {
      enumerable: true,
      get(this: PackedBlock) {
        return contentsOf(this[packed])[key]
      },
    },
  ]),
)

/** The same block, decoded again whenever it is looked into. */
export function packBlock(sealed: SealedBlock, rules: ChainRules): SealedBlock {
  const { block, receipts, requests, blockAccessList, hash, state, witness } = sealed
  const isEmpty =
    block.transactions.length +
      block.ommers.length +
      (block.withdrawals?.length ?? 0) +
      receipts.length +
      requests.length ===
    0
  const bytes: Packed = {
    header: encodeHeader(block.header),
    ...((!isEmpty || blockAccessList) && { record: Uint8Array.from(encodeBlockRecord(sealed)) }),
    rules,
  }
  const kept = { hash, state, ...(witness && { witness }) }
  Object.defineProperty(kept, packed, { value: bytes })
  return Object.defineProperties(kept, accessors) as unknown as SealedBlock
}

/** Without decoding what is packed. */
export function logsBloomOf(block: SealedBlock): Uint8Array {
  const bytes = packed in block ? (block as PackedBlock)[packed].header : undefined
  return bytes?.subarray(bloomAt, bloomAt + 256) ?? block.block.header.logsBloom
}

/** Behind a list's three bytes, five hashes and an address, each with a byte of its own, and the bloom's three. */
const bloomAt = 3 + 5 * 33 + 21 + 3

function contentsOf(bytes: Packed): Contents {
  const known = bytes.unpacked?.deref()
  if (known) return known
  const { header, record, rules } = bytes
  const contents = record
    ? lazyBlock({}, decodeHeader(header), () => decodeBlockRecord(record, rules))
    : emptyBlock(decodeHeader(header))
  bytes.unpacked = new WeakRef(contents)
  return contents
}

function emptyBlock(header: SealedBlock['block']['header']): Contents {
  const withdrawals = header.withdrawalsRoot && { withdrawals: [] }
  return { block: { header, transactions: [], ommers: [], ...withdrawals }, receipts: [], requests: [] }
}
