import type { Common } from '@ethereumjs/common'
import type { EVM } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { paramsVM, type RunTxOpts } from '@ethereumjs/vm'
import { MissingData } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { createJournaledState, type JournaledState } from '../state/createJournaledState.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { WitnessRecorder } from '../witness/createWitnessRecorder.ts'
import { createForkEvm } from './createForkEvm.ts'
import { customPrecompilesOf, enterBlock, type TransactionBlobs } from './customPrecompiles.ts'
import { blobBaseFeeOf } from './feeMarket.ts'
import { type BlockMeter, readMeters } from './gasMeter.ts'

/** What stays the same while a block executes (execution-specs `BlockEnvironment`), and the machine that executes. */
export type BlockEnvironment = {
  rules: ChainRules
  common: Common
  /** Roots, gas used and bloom in it mean nothing yet. */
  header: Header
  blobBaseFee: bigint | undefined
  state: JournaledState
  evm: EVM
  /** The header as EthereumJS wants it. */
  block: NonNullable<RunTxOpts['block']>
  /** Set before each transaction, for precompiles to see. */
  blobs: TransactionBlobs
  /** Of precompiles that have a market. */
  meters: readonly BlockMeter[]
}

export type BlockEnvironmentOptions = {
  rules: ChainRules
  header: Header
  parentState: WorldState
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: readonly Precompile[]
  recorder?: WitnessRecorder
  /** Wei per blob gas, in place of the header's. */
  blobBaseFee?: bigint
}

export async function createBlockEnvironment(options: BlockEnvironmentOptions): Promise<BlockEnvironment> {
  const { rules, header, parentState, recorder, precompiles = [] } = options
  const common = rules.common(header.timestamp, header.number)
  const state = createJournaledState(parentState, recorder)
  const blobBaseFee = options.blobBaseFee ?? blobBaseFeeOf(rules, header)
  const blobs: TransactionBlobs = { current: [], earlier: [] }
  const meters = readMeters(precompiles, state)
  const blockchain = ancestors(options.getBlockHash)
  const evm = await createForkEvm({
    common,
    stateManager: state,
    blockchain,
    customPrecompiles: customPrecompilesOf(precompiles),
  })
  enterBlock(evm, { header, blobs, meters })
  // Rewards and refunds: what EthereumJS' VM adds, which is made for few transactions.
  common.updateParams(paramsVM)
  // EthereumJS reads these fields only; a real Block of its own would be validated and copied for nothing.
  const block = {
    common,
    header: { ...header, coinbase: new Address(header.coinbase), getBlobGasPrice: () => blobBaseFee },
  } as unknown as BlockEnvironment['block']
  return { rules, common, header, blobBaseFee, state, evm, block, blobs, meters }
}

/** BLOCKHASH's view of the chain. An ancestor that is not known is a gap, not a zero hash. */
function ancestors(getBlockHash: BlockEnvironmentOptions['getBlockHash']) {
  function hashOf(number: bigint): Uint8Array {
    const hash = getBlockHash(number)
    if (hash === undefined) {
      throw new MissingData('MISSING_BLOCK_HASH', `The hash of block ${number} is not available`, {
        value: Number(number),
      })
    }
    return hash
  }
  return {
    hashOf,
    async getBlock(number: number) {
      const hash = hashOf(BigInt(number))
      return { hash: () => hash }
    },
    async putBlock() {},
    shallowCopy() {
      return this
    },
  }
}
