import { RLP } from '@ethereumjs/rlp'
import { keccak256 } from '../crypto/keccak256.ts'
import { InvalidBlock } from '../errors.ts'
import type { Header } from '../types/Header.ts'
import { decodeRlp } from './decodeRlp.ts'
import { bytesToQuantity, quantityToBytes } from './quantity.ts'

type Field = { name: keyof Header; kind: 'bytes' | 'quantity'; length?: number }

/** The header's fields in wire order (execution-specs `blocks.py`). The first 15 are of every fork. */
const fields: readonly Field[] = [
  { name: 'parentHash', kind: 'bytes', length: 32 },
  { name: 'ommersHash', kind: 'bytes', length: 32 },
  { name: 'coinbase', kind: 'bytes', length: 20 },
  { name: 'stateRoot', kind: 'bytes', length: 32 },
  { name: 'transactionsRoot', kind: 'bytes', length: 32 },
  { name: 'receiptsRoot', kind: 'bytes', length: 32 },
  { name: 'logsBloom', kind: 'bytes', length: 256 },
  { name: 'difficulty', kind: 'quantity' },
  { name: 'number', kind: 'quantity' },
  { name: 'gasLimit', kind: 'quantity' },
  { name: 'gasUsed', kind: 'quantity' },
  { name: 'timestamp', kind: 'quantity' },
  { name: 'extraData', kind: 'bytes' },
  { name: 'prevRandao', kind: 'bytes', length: 32 },
  { name: 'nonce', kind: 'bytes', length: 8 },
  { name: 'baseFeePerGas', kind: 'quantity' },
  { name: 'withdrawalsRoot', kind: 'bytes', length: 32 },
  { name: 'blobGasUsed', kind: 'quantity' },
  { name: 'excessBlobGas', kind: 'quantity' },
  { name: 'parentBeaconBlockRoot', kind: 'bytes', length: 32 },
  { name: 'requestsHash', kind: 'bytes', length: 32 },
  { name: 'blockAccessListHash', kind: 'bytes', length: 32 },
  { name: 'slotNumber', kind: 'quantity' },
]

const requiredFields = 15

/** The header as a list for RLP; ends at the first absent field. */
export function headerToList(header: Header): Uint8Array[] {
  const list: Uint8Array[] = []
  for (const { name } of fields) {
    const value = header[name]
    if (value === undefined) break
    list.push(typeof value === 'bigint' ? quantityToBytes(value) : value)
  }
  return list
}

/** @throws InvalidBlock MALFORMED_HEADER */
export function headerFromList(list: unknown): Header {
  if (!Array.isArray(list) || list.length < requiredFields || list.length > fields.length) {
    throw new InvalidBlock('MALFORMED_HEADER', 'A header is a list of 15 to 23 fields', {
      value: Array.isArray(list) ? list.length : typeof list,
      expected: `${requiredFields} to ${fields.length} fields`,
    })
  }
  const header: Record<string, Uint8Array | bigint> = {}
  fields.slice(0, list.length).forEach(({ name, kind, length }, index) => {
    const value: unknown = list[index]
    const wellFormed = value instanceof Uint8Array && (length === undefined || value.length === length)
    if (!wellFormed || (kind === 'quantity' && value[0] === 0)) {
      throw new InvalidBlock('MALFORMED_HEADER', `Header field ${name} is malformed`, {
        value,
        expected: kind === 'quantity' ? 'an integer without leading zeros' : `${length ?? 'any number of'} bytes`,
      })
    }
    header[name] = kind === 'quantity' ? bytesToQuantity(value) : value
  })
  return header as Header
}

/** The RLP list of the fields that the header has: of its fork. Its Keccak hash is the block hash. */
export function encodeHeader(header: Header): Uint8Array {
  return RLP.encode(headerToList(header))
}

/** @throws InvalidBlock MALFORMED_HEADER */
export function decodeHeader(bytes: Uint8Array): Header {
  return headerFromList(decodeRlp(bytes, 'MALFORMED_HEADER', 1))
}

const hashes = new WeakMap<Header, Uint8Array>()

/** The block hash. A header that has one does not change any more. */
export function hashHeader(header: Header): Uint8Array {
  let hash = hashes.get(header)
  if (hash === undefined) {
    hash = keccak256(encodeHeader(header))
    hashes.set(header, hash)
  }
  return hash
}
