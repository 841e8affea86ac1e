import { hashHeader } from '../rlp/header.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { createGenesisState } from '../state/createGenesisState.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import type { Block } from '../types/Block.ts'
import type { Genesis } from '../types/Genesis.ts'
import type { Header } from '../types/Header.ts'
import type { Preimages } from '../types/Preimages.ts'
import type { WorldState } from '../types/WorldState.ts'
import { emptyBlockAccessListHash, emptyOmmersHash, emptyRequestsHash } from './constants.ts'

/** Block 0 of a chain, with the header fields of the fork that is active at its timestamp. */
export function createGenesisBlock(
  genesis: Genesis,
  rules: ChainRules,
  preimages?: Preimages,
): { block: Block; hash: Uint8Array; state: WorldState } {
  const state = createGenesisState(genesis.alloc, preimages)
  const active = (fork: Parameters<ChainRules['isActive']>[0]) => rules.isActive(fork, genesis.timestamp, 0n)
  const header: Header = {
    parentHash: new Uint8Array(32),
    ommersHash: emptyOmmersHash,
    coinbase: hexToBytes(genesis.coinbase ?? `0x${'00'.repeat(20)}`, 20),
    stateRoot: state.root,
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: new Uint8Array(256),
    difficulty: genesis.difficulty ?? 0n,
    number: 0n,
    gasLimit: genesis.gasLimit,
    gasUsed: 0n,
    timestamp: genesis.timestamp,
    extraData: hexToBytes(genesis.extraData ?? '0x'),
    prevRandao: hexToBytes(genesis.prevRandao ?? `0x${'00'.repeat(32)}`, 32),
    nonce: hexToBytes(genesis.nonce ?? '0x0000000000000000', 8),
  }
  if (active('london')) header.baseFeePerGas = genesis.baseFeePerGas ?? 1_000_000_000n
  if (active('shanghai')) header.withdrawalsRoot = emptyRoot
  if (active('cancun')) {
    header.blobGasUsed = genesis.blobGasUsed ?? 0n
    header.excessBlobGas = genesis.excessBlobGas ?? 0n
    header.parentBeaconBlockRoot = hexToBytes(genesis.parentBeaconBlockRoot ?? `0x${'00'.repeat(32)}`, 32)
  }
  if (active('prague')) header.requestsHash = emptyRequestsHash
  if (active('amsterdam')) {
    header.blockAccessListHash = emptyBlockAccessListHash
    header.slotNumber = 0n
  }
  const block: Block = { header, transactions: [], ommers: [] }
  if (active('shanghai')) block.withdrawals = []
  return { block, hash: hashHeader(header), state }
}
