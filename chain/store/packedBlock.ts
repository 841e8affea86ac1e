import { type ChainRules, decodeHeader, encodeHeader, type SealedBlock } from '../../execute/index.ts'
import { decodeBlockRecord, encodeBlockRecord } from './blockRecord.ts'
import { lazyBlock } from './lazyBlock.ts'

/** A block as bytes, which take half of the memory. */
type Packed = {
  header: Uint8Array
  /** Absent if nothing is in the block. */
  record?: Uint8Array
  /** Decodes it, unless it was among the last that were. */
  unpack(bytes: Packed): Contents
}
type Contents = ReturnType<typeof lazyBlock<object>>

/** Blocks that stay decoded once they were looked into. */
const recentBlocks = 16

const packed = Symbol('packed')
type PackedBlock = SealedBlock & { [packed]: Packed }

/** Shared by all, so that a block costs no functions of its own; enumerable, so that a copy of a block has them. */
const accessors = Object.fromEntries(
  (['block', 'receipts', 'requests', 'blockAccessList'] as const).map((key) => [
    key,
    {
      enumerable: true,
      get(this: PackedBlock) {
        return this[packed].unpack(this[packed])[key]
      },
    },
  ]),
)

/** @returns makes of a block the same one, decoded again whenever it is looked into */
export function createPacker(rules: ChainRules): (block: SealedBlock) => SealedBlock {
  const recent = new Map<Packed, Contents>()

  function unpack(bytes: Packed): Contents {
    const known = recent.get(bytes)
    if (known) return known
    const { header, record } = bytes
    const contents = record
      ? lazyBlock({}, decodeHeader(header), () => decodeBlockRecord(record, rules))
      : emptyBlock(decodeHeader(header))
    recent.set(bytes, contents)
    for (const oldest of recent.keys()) if (recent.size > recentBlocks) recent.delete(oldest)
    return contents
  }

  return (sealed) => {
    const { block, blockAccessList, hash, state, witness } = sealed
    const bytes: Packed = {
      header: encodeHeader(block.header),
      ...((!isEmpty(sealed) || blockAccessList) && { record: Uint8Array.from(encodeBlockRecord(sealed)) }),
      unpack,
    }
    const kept = { hash, state, ...(witness && { witness }) }
    Object.defineProperty(kept, packed, { value: bytes })
    return Object.defineProperties(kept, accessors) as unknown as SealedBlock
  }
}

function isEmpty({ block, receipts, requests }: SealedBlock): boolean {
  return [block.transactions, block.ommers, block.withdrawals ?? [], receipts, requests].every(
    (list) => list.length === 0,
  )
}

/** Without decoding what is packed. */
export function logsBloomOf(block: SealedBlock): Uint8Array {
  const bytes = packed in block ? (block as PackedBlock)[packed].header : undefined
  return bytes?.subarray(bloomAt, bloomAt + 256) ?? block.block.header.logsBloom
}

/** Behind a list's three bytes, five hashes and an address, each with a byte of its own, and the bloom's three. */
const bloomAt = 3 + 5 * 33 + 21 + 3

function emptyBlock(header: SealedBlock['block']['header']): Contents {
  const withdrawals = header.withdrawalsRoot && { withdrawals: [] }
  return { block: { header, transactions: [], ommers: [], ...withdrawals }, receipts: [], requests: [] }
}
