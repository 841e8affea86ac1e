import type { ChainRules } from '../rules/createChainRules.ts'
import { emptyOmmersHash, emptyRequestsHash } from '../transition/constants.ts'
import { calculateBaseFee, calculateExcessBlobGas } from '../transition/feeMarket.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import type { Header } from '../types/Header.ts'
import type { SimulatedBlockOverrides } from '../types/Simulation.ts'

/** EIP-1559 does not bind a simulation: without `validation` a block's base fee is 0, unless it is overridden. */
export type SimulatedHeaderOptions = {
  rules: ChainRules
  parent: Header
  parentHash: Uint8Array
  overrides: SimulatedBlockOverrides & { number: bigint; timestamp: bigint }
  validation: boolean
}

/** The header of a simulated block before its body is executed: what is not overridden follows from the parent or is zero. */
export function simulatedHeader(options: SimulatedHeaderOptions): Header {
  const { rules, parent, parentHash, overrides, validation } = options
  const { number, timestamp } = overrides
  const active = (fork: Parameters<ChainRules['isActive']>[0]) => rules.isActive(fork, timestamp, number)
  const header: Header = {
    parentHash,
    ommersHash: emptyOmmersHash,
    coinbase: overrides.coinbase ?? parent.coinbase,
    stateRoot: emptyRoot,
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: new Uint8Array(256),
    difficulty: active('paris') ? 0n : parent.difficulty,
    number,
    gasLimit: overrides.gasLimit ?? parent.gasLimit,
    gasUsed: 0n,
    timestamp,
    extraData: new Uint8Array(0),
    prevRandao: overrides.prevRandao ?? new Uint8Array(32),
    nonce: new Uint8Array(8),
  }
  if (active('london')) {
    const required = validation ? (calculateBaseFee(rules, parent, timestamp) ?? 0n) : 0n
    header.baseFeePerGas = overrides.baseFeePerGas ?? required
  }
  if (active('shanghai')) header.withdrawalsRoot = emptyRoot
  if (active('cancun')) {
    header.blobGasUsed = 0n
    header.excessBlobGas = calculateExcessBlobGas(rules, parent, timestamp) ?? 0n
    header.parentBeaconBlockRoot = overrides.parentBeaconBlockRoot ?? new Uint8Array(32)
  }
  if (active('prague')) header.requestsHash = emptyRequestsHash
  if (active('amsterdam')) {
    header.blockAccessListHash = new Uint8Array(32)
    header.slotNumber = 0n
  }
  return header
}
