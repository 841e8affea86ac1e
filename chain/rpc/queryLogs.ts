import type { Backend } from '../Backend.ts'
import { toQuantity } from '../hex.ts'
import type { ChainStore } from '../store/ChainStore.ts'
import { createLogSearch, type FoundLog, logsOfBlock } from '../store/findLogs.ts'
import { type BlockIdentifier, requireBlock } from './blockIdentifier.ts'
import { createTurns } from './createTurns.ts'
import type { RpcLimits } from './limits.ts'
import type { LogFilter } from './logFilter.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

type Limits = Pick<RpcLimits, 'logBlocks' | 'logResults'>

/** Milliseconds after which others have their turn. */
const turn = 5
/** Blocks after which the clock is looked at. */
const stride = 64

/**
 * Canonical logs that a filter asks for. Without bounds: the head's. Errors: -32000 for an unknown block hash, -32602 for a
 * range that is reversed or ends beyond the head, -32005 for more blocks or logs than one query may have.
 */
export async function queryLogs(
  { store, blooms }: Pick<Backend, 'store' | 'blooms'>,
  filter: LogFilter,
  limits: Limits,
  turnLength = turn,
): Promise<FoundLog[]> {
  if (filter.blockHash) {
    return logsOfBlock(requireBlock(store, { hash: filter.blockHash, requireCanonical: false }), filter)
  }
  const { from, to } = rangeOf(store, filter)
  if (to - from >= limits.logBlocks) {
    const most = from + BigInt(limits.logBlocks) - 1n
    throw tooMuch(`block range is too wide: at most ${limits.logBlocks} blocks`, from, most)
  }
  const newest = store.blockByNumber(to)
  const last = Number(to)
  const search = createLogSearch({ store, blooms }, filter)
  const found: FoundLog[] = []
  const turns = createTurns(turnLength)
  for (let first = Number(from); first <= last; first += stride) {
    await turns()
    search(first, Math.min(first + stride - 1, last), found)
    if (found.length > limits.logResults) {
      const full = found[limits.logResults]!.block.block.header.number
      throw tooMuch(`query returned more than ${limits.logResults} results`, from, full - 1n)
    }
  }
  // The chain was reorganised meanwhile: what was found may be of blocks that are gone.
  return newest === undefined || store.isCanonical(newest)
    ? found
    : queryLogs({ store, blooms }, filter, limits, turnLength)
}

function rangeOf(store: ChainStore, filter: LogFilter): { from: bigint; to: bigint } {
  const head = store.head().block.header.number
  const numberOf = (id: BlockIdentifier = 'latest') =>
    typeof id === 'bigint' ? id : requireBlock(store, id).block.header.number
  const from = numberOf(filter.fromBlock)
  const to = numberOf(filter.toBlock)
  if (from > to) throw new RpcError(rpcCodes.invalidParams, `invalid block range params: from ${from} to ${to}`)
  if (to > head) {
    throw new RpcError(rpcCodes.invalidParams, `block range extends beyond current head block: to ${to}, head ${head}`)
  }
  return { from, to }
}

/** Infura's words, from which indexers read the range to go on with. */
function tooMuch(reason: string, from: bigint, to: bigint): RpcError {
  const advice =
    to < from
      ? 'Ask for fewer addresses or topics of this block.'
      : `Try with this block range [${toQuantity(from)}, ${toQuantity(to)}].`
  return new RpcError(rpcCodes.limitExceeded, `${reason}. ${advice}`)
}
