import { createEVM } from '@ethereumjs/evm'
import type { TypedTransaction } from '@ethereumjs/tx'
import { bigIntMax } from '@ethereumjs/util'
import type { Hex } from 'viem'
import {
  blobBaseFeeOf,
  type ChainRules,
  type GenesisAlloc,
  type Header,
  systemContracts,
  type Withdrawal,
} from '../../execute/index.ts'
import { systemAddress } from '../../execute/transition/constants.ts'
import { type SpecBlock, SpecFrame } from './SpecFrame.ts'
import { SpecBlockState, SpecState } from './SpecState.ts'
import { CannotBeIncluded } from './specErrors.ts'
import { SpecMeter, statePrices } from './specGas.ts'
import { processCall } from './specRun.ts'
import { processTransaction, type SpecReceipt, type SpecUsage } from './specTransaction.ts'
import { bytesOf, hexOf, numberOf } from './values.ts'

export type SpecResult = {
  included: boolean[]
  receipts: SpecReceipt[]
  gasUsed: bigint
  /** EIP-7685, without deposits. */
  requests: Hex[]
  accessList: Uint8Array
  /** What a witness must hold the way to, and the codes in it. */
  keys: Hex[]
  codes: Hex[]
  alloc: GenesisAlloc
}

export type SpecBlockOptions = {
  rules: ChainRules
  /** Of the block, as far as its parent and attributes decide it. */
  header: Header
  alloc: GenesisAlloc
  transactions: readonly TypedTransaction[]
  withdrawals: readonly Withdrawal[]
  getBlockHash(number: bigint): Uint8Array | undefined
}

/** `apply_body` of Amsterdam; transactions that cannot be included are left out. */
export async function runSpecBlock(options: SpecBlockOptions): Promise<SpecResult> {
  const { header, alloc, transactions, withdrawals } = options
  const state = new SpecBlockState(alloc)
  const block = await blockOf(options)
  state.beginIndex(0)
  await systemCall(block, state, systemContracts.beaconRoots, header.parentBeaconBlockRoot!)
  await systemCall(block, state, systemContracts.historyStorage, header.parentHash)
  const usage: SpecUsage = { executionGas: 0n, stateGas: 0n, cumulativeGas: 0n }
  const receipts: SpecReceipt[] = []
  const included: boolean[] = []
  for (const transaction of transactions) {
    state.beginIndex(receipts.length + 1)
    try {
      receipts.push(await processTransaction(block, state, usage, transaction))
      included.push(true)
    } catch (error) {
      if (!(error instanceof CannotBeIncluded)) throw error
      included.push(false)
    }
  }
  state.beginIndex(receipts.length + 1)
  const credits = new SpecState(state)
  for (const { address, amount } of withdrawals) credits.add(hexOf(address), amount * 10n ** 9n)
  state.incorporate(credits)
  const { withdrawalRequests, consolidationRequests, builderDeposits, builderExits } = systemContracts
  const requests: Hex[] = []
  for (const [index, contract] of [
    withdrawalRequests,
    consolidationRequests,
    builderDeposits,
    builderExits,
  ].entries()) {
    const answer = await systemCall(block, state, contract, new Uint8Array(0))
    if (answer.length > 0) requests.push(`0x0${index + 1}${hexOf(answer).slice(2)}`)
  }
  const gasUsed = bigIntMax(usage.executionGas, usage.stateGas)
  const [accessList, keys, codes] = [state.accessList(), state.keys(), [...state.codesRead].sort()]
  return { included, receipts, gasUsed, requests, accessList, keys, codes, alloc: state.alloc() }
}

/** `process_unchecked_system_transaction`. */
async function systemCall(
  block: SpecBlock,
  blockState: SpecBlockState,
  contract: Uint8Array,
  data: Uint8Array,
): Promise<Uint8Array> {
  const state = new SpecState(blockState)
  const target = hexOf(contract)
  const origin = hexOf(systemAddress)
  const context = { origin, gasPrice: block.baseFee, blobHashes: [], state }
  const frame = new SpecFrame(block, context, {
    ...{ depth: 0, caller: origin, target, value: 0n, data, transfers: true, isStatic: false },
    ...{ code: bytesOf(state.code(target)), codeAddress: target, disablePrecompiles: false },
    meter: new SpecMeter(30_000_000n, 16n * statePrices.newSlot),
    warm: new Set<Hex>([...block.precompiles, block.coinbase, origin, target]),
    warmSlots: new Set(),
  })
  await processCall(frame)
  blockState.incorporate(state)
  return frame.output
}

async function blockOf({ rules, header, getBlockHash }: SpecBlockOptions): Promise<SpecBlock> {
  const common = rules.common(header.timestamp)
  const evm = await createEVM({ common })
  const precompiles = new Set([...evm.precompiles.keys()].map((address): Hex => `0x${address}`))
  return {
    chainId: rules.chainId,
    number: header.number,
    timestamp: header.timestamp,
    gasLimit: header.gasLimit,
    baseFee: header.baseFeePerGas!,
    blobBaseFee: blobBaseFeeOf(rules, header)!,
    coinbase: hexOf(header.coinbase),
    prevRandao: numberOf(header.prevRandao),
    slotNumber: header.slotNumber!,
    hashOf: (number) => numberOf(getBlockHash(number) ?? new Uint8Array(0)),
    precompiles,
    async runPrecompile(address, data, gasLimit) {
      const run = evm.precompiles.get(address.slice(2))!
      const result = await run({ data, gasLimit, common, _EVM: evm })
      if (result.exceptionError !== undefined) return undefined
      return { output: result.returnValue, cost: result.executionGasUsed }
    },
  }
}
