import { RollupError } from '../errors.ts'

/**
 * What a batch says about one block. With the rollup's policy (gas limit, fee recipient) and the parent, that is all it takes
 * to build the block again: whoever reads the blobs can rebuild, and settle, what is posted.
 */
export type BatchedBlock = {
  /** Unix seconds. */
  timestamp: bigint
  /** Number of the L1 block whose hash is the block's parent_beacon_block_root. */
  anchorNumber: bigint
  /** EIP-8142 bytes: block access list and transactions. */
  payload: Uint8Array
  /** SSZ of the execution witness. */
  witness: Uint8Array
}

/** Where something lies in the bytes of a batch. */
export type Slice = { offset: number; length: number }

export type EncodedBatch = { bytes: Uint8Array; slices: { payload: Slice; witness: Slice }[] }

const VERSION = 1
const HEAD_BYTES = 13
const ENTRY_BYTES = 24

/** How many bytes one block takes. */
export function batchedSize(block: Pick<BatchedBlock, 'payload' | 'witness'>): number {
  return ENTRY_BYTES + block.payload.length + block.witness.length
}

export const batchOverhead = HEAD_BYTES

/**
 * `version(1) ‖ first block(8) ‖ number of blocks(4)`, for each block `timestamp(8) ‖ anchor number(8) ‖ payload length(4) ‖
 * witness length(4)`, then each block's payload and witness. All integers big endian.
 */
export function encodeBatch(first: bigint, blocks: BatchedBlock[]): EncodedBatch {
  const size = blocks.reduce((sum, block) => sum + batchedSize(block), HEAD_BYTES)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VERSION)
  view.setBigUint64(1, first)
  view.setUint32(9, blocks.length)
  let end = HEAD_BYTES + ENTRY_BYTES * blocks.length
  const append = (part: Uint8Array): Slice => {
    bytes.set(part, end)
    end += part.length
    return { offset: end - part.length, length: part.length }
  }
  const slices = blocks.map((block, index) => {
    const at = HEAD_BYTES + ENTRY_BYTES * index
    view.setBigUint64(at, block.timestamp)
    view.setBigUint64(at + 8, block.anchorNumber)
    view.setUint32(at + 16, block.payload.length)
    view.setUint32(at + 20, block.witness.length)
    return { payload: append(block.payload), witness: append(block.witness) }
  })
  return { bytes, slices }
}

/** The inverse; what follows the batch (the zeros that fill the last blob) is ignored. Errors: MALFORMED_BATCH. */
export function decodeBatch(bytes: Uint8Array): { first: bigint; blocks: BatchedBlock[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < HEAD_BYTES || view.getUint8(0) !== VERSION) throw malformed(`version is not ${VERSION}`)
  const count = view.getUint32(9)
  let end = HEAD_BYTES + ENTRY_BYTES * count
  if (end > bytes.length) throw malformed(`${count} blocks do not fit into ${bytes.length} bytes`)
  const take = (length: number): Uint8Array => {
    if (end + length > bytes.length) throw malformed(`a slice ends behind byte ${bytes.length}`)
    end += length
    return bytes.subarray(end - length, end)
  }
  const blocks = Array.from({ length: count }, (_, index) => {
    const at = HEAD_BYTES + ENTRY_BYTES * index
    return {
      timestamp: view.getBigUint64(at),
      anchorNumber: view.getBigUint64(at + 8),
      payload: take(view.getUint32(at + 16)),
      witness: take(view.getUint32(at + 20)),
    }
  })
  return { first: view.getBigUint64(1), blocks }
}

function malformed(reason: string): RollupError {
  return new RollupError('MALFORMED_BATCH', `the blobs hold no batch: ${reason}`)
}
