import { type Hex, keccak256, numberToHex, toHex, toRlp, trim } from 'viem'
import type { ChainProvider } from '../Devnet.ts'
import { DevnetError } from '../errors.ts'

/** A block header with the bytes that hash to the block's hash. */
export type FetchedHeader = {
  hash: Hex
  number: bigint
  stateRoot: Hex
  timestamp: bigint
  parentBeaconBlockRoot: Hex
  rlp: Hex
}

// Order of the header's fields: execution-specs osaka/blocks.py, then amsterdam's (EIP-7928, EIP-7843).
const fields = [
  ['parentHash', 'bytes'],
  ['sha3Uncles', 'bytes'],
  ['miner', 'bytes'],
  ['stateRoot', 'bytes'],
  ['transactionsRoot', 'bytes'],
  ['receiptsRoot', 'bytes'],
  ['logsBloom', 'bytes'],
  ['difficulty', 'quantity'],
  ['number', 'quantity'],
  ['gasLimit', 'quantity'],
  ['gasUsed', 'quantity'],
  ['timestamp', 'quantity'],
  ['extraData', 'bytes'],
  ['mixHash', 'bytes'],
  ['nonce', 'bytes'],
  ['baseFeePerGas', 'quantity'],
  ['withdrawalsRoot', 'bytes'],
  ['blobGasUsed', 'quantity'],
  ['excessBlobGas', 'quantity'],
  ['parentBeaconBlockRoot', 'bytes'],
  ['requestsHash', 'bytes'],
  ['blockAccessListHash', 'bytes'],
  ['slotNumber', 'quantity'],
] as const

type RpcBlock = Partial<Record<(typeof fields)[number][0], Hex>> & {
  hash: Hex
  number: Hex
  timestamp: Hex
  stateRoot: Hex
}

/**
 * Rebuilds a header's RLP from what every node answers to `eth_getBlockBy…`; a header with fields unknown here comes from
 * `debug_getRawHeader`. Either way the bytes are checked against the block's hash. Undefined: no such block.
 */
export async function fetchHeader(provider: ChainProvider, block: Hex | bigint): Promise<FetchedHeader | undefined> {
  const answer = await (typeof block === 'bigint'
    ? provider.request({ method: 'eth_getBlockByNumber', params: [numberToHex(block), false] })
    : provider.request({ method: 'eth_getBlockByHash', params: [block, false] }))
  if (answer === null || answer === undefined) return undefined
  const header = answer as RpcBlock
  const rebuilt = rebuild(header)
  const rlp =
    keccak256(rebuilt) === header.hash
      ? rebuilt
      : ((await provider.request({ method: 'debug_getRawHeader', params: [header.number] })) as Hex)
  if (keccak256(rlp) !== header.hash) {
    throw new DevnetError(
      'NOT_PROVABLE',
      `the header of block ${BigInt(header.number)} does not hash to ${header.hash}`,
      {
        value: keccak256(rlp),
        expected: header.hash,
        hint: 'the block was replaced while it was read; try again',
      },
    )
  }
  return {
    hash: header.hash,
    number: BigInt(header.number),
    stateRoot: header.stateRoot,
    timestamp: BigInt(header.timestamp),
    parentBeaconBlockRoot: header.parentBeaconBlockRoot ?? toHex(0, { size: 32 }),
    rlp,
  }
}

function rebuild(header: RpcBlock): Hex {
  return toRlp(
    fields.flatMap(([name, kind]) => {
      const value = header[name]
      if (value === undefined || value === null) return []
      return [kind === 'bytes' ? value : BigInt(value) === 0n ? '0x' : evenHex(trim(value))]
    }),
  )
}

function evenHex(value: Hex): Hex {
  return value.length % 2 === 0 ? value : `0x0${value.slice(2)}`
}
