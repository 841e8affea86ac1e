import { type Header, keccak256, type Log, type SealedBlock, type WorldState } from '../../execute/index.ts'
import { type BloomIndex, createBloomIndex } from '../store/BloomIndex.ts'
import { type ChainStore, createChainStore } from '../store/ChainStore.ts'

/** A chain of blocks that hold nothing but logs, for what only looks at logs and headers. */
export type LogChain = {
  store: ChainStore
  blooms: BloomIndex
  /** Puts a block on `parent` (the head unless given) and makes it the head. */
  extend(options?: { logs?: Log[]; parent?: SealedBlock; salt?: number }): SealedBlock
}

export function createLogChain(): LogChain {
  const store = createChainStore(blockOn(undefined, [], 0), { historyBlocks: 100 })
  const blooms = createBloomIndex(0)
  store.onHeadChange((change) => blooms.follow(change, store.oldestBlock()))
  return {
    store,
    blooms,
    extend({ logs = [], parent = store.head(), salt = 0 } = {}) {
      const block = blockOn(parent, logs, salt)
      store.insert(block)
      store.setHead(`0x${Buffer.from(block.hash).toString('hex')}`)
      return block
    },
  }
}

function blockOn(parent: SealedBlock | undefined, logs: Log[], salt: number): SealedBlock {
  const number = (parent?.block.header.number ?? -1n) + 1n
  const parentHash = parent?.hash ?? new Uint8Array(32)
  const empty = new Uint8Array(32)
  const header: Header = {
    parentHash,
    ommersHash: empty,
    coinbase: new Uint8Array(20),
    stateRoot: empty,
    transactionsRoot: empty,
    receiptsRoot: empty,
    // Every log is in it: a filter must look at the logs themselves.
    logsBloom: new Uint8Array(256).fill(0xff),
    difficulty: 0n,
    number,
    gasLimit: 30_000_000n,
    gasUsed: 0n,
    timestamp: number,
    extraData: Uint8Array.of(salt),
    prevRandao: empty,
    nonce: new Uint8Array(8),
  }
  const receipt = {
    type: 2,
    status: true,
    cumulativeGasUsed: 0n,
    gasUsed: 0n,
    effectiveGasPrice: 0n,
    logs,
    logsBloom: header.logsBloom,
    transactionHash: keccak256(Uint8Array.of(Number(number), salt)),
    from: new Uint8Array(20),
  }
  return {
    block: { header, transactions: [], ommers: [] },
    hash: keccak256(Uint8Array.of(...parentHash, Number(number), salt)),
    state: {} as WorldState,
    receipts: logs.length > 0 ? [receipt] : [],
    requests: [],
  }
}
