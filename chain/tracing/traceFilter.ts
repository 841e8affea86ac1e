import type { Hex } from 'viem'
import { smaller } from '../compare.ts'
import { type BlockIdentifier, blockNumberOrTag, requireBlock } from '../rpc/blockIdentifier.ts'
import { address, list, looseQuantity, Mismatch, object, optional, type Parser } from '../rpc/parameters.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { ChainStore } from '../store/ChainStore.ts'
import type { ParityTrace } from './parityTrace.ts'

const mode: Parser<'union' | 'intersection'> = (value) => {
  if (value !== 'union' && value !== 'intersection') throw new Mismatch('"union" or "intersection"', value)
  return value
}

const count: Parser<number> = (value) => Number(looseQuantity(value))

/** The filter object of `trace_filter`. */
export const traceFilter = object({
  fromBlock: optional(blockNumberOrTag),
  toBlock: optional(blockNumberOrTag),
  fromAddress: optional(list(address), []),
  toAddress: optional(list(address), []),
  mode: optional(mode, 'union'),
  after: optional(count, 0),
  count: optional(count, Number.POSITIVE_INFINITY),
})

type TraceFilter = ReturnType<typeof traceFilter>

/** Numbers of the blocks that are meant; without bounds the whole chain. Errors: -32602 for a reversed range. */
export function filterRange(store: ChainStore, filter: TraceFilter): { from: bigint; to: bigint } {
  const head = store.head().block.header.number
  const numberOf = (id: BlockIdentifier) => (typeof id === 'bigint' ? id : requireBlock(store, id).block.header.number)
  const from = numberOf(filter.fromBlock ?? 0n)
  const to = numberOf(filter.toBlock ?? 'latest')
  if (from > to) throw new RpcError(rpcCodes.invalidParams, `invalid block range params: from ${from} to ${to}`)
  return { from, to: smaller(to, head) }
}

/** No address given: every call. A created contract, and whom a dying one pays, is a receiver. */
export function matches({ action, result }: ParityTrace, { fromAddress, toAddress, mode }: TraceFilter): boolean {
  if (fromAddress.length === 0 && toAddress.length === 0) return true
  const sender = fromAddress.includes((action.from ?? action.address) as Hex)
  const receiver = toAddress.includes((action.to ?? action.refundAddress ?? result?.address) as Hex)
  if (mode === 'union') return sender || receiver
  return (fromAddress.length === 0 || sender) && (toAddress.length === 0 || receiver)
}
