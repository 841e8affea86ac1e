import type { TypedTransaction } from '@ethereumjs/tx'
import { type Hex, hexToBytes, numberToHex } from 'viem'
import {
  type ChainRules,
  createBlockBuilder,
  createGenesisState,
  type GenesisAlloc,
  type Header,
  hashHeader,
  InvalidTransaction,
  type Receipt,
  type SealedBlock,
  stateTransition,
  type WorldState,
  worldStateFromWitness,
} from '../../execute/index.ts'
import { coinbase, senders } from './accounts.ts'
import type { Scenario, ScenarioTransaction } from './arbitraryScenario.ts'
import { dumpState, latestBlock, mine, type PeerBlock, type PeerReceipt } from './Peer.ts'
import { authoritiesOf, signTransaction } from './signTransaction.ts'
import type { Anvil } from './startAnvil.ts'

export type Start = { anvil: Anvil; rules: ChainRules; state: WorldState }

/** What one chain shows of a block, in the same form for both. */
type Shown = { header: Record<string, unknown>; receipts: Record<string, unknown>[] }

export type BlockComparison = { ours: Shown; peer: Shown }
export type ScenarioComparison = {
  blocks: BlockComparison[]
  /** Accounts that differ in the end; undefined if the state roots are the same. */
  state: { ours: GenesisAlloc; peer: GenesisAlloc } | undefined
  transactions: number
}

/**
 * Runs the scenario on anvil, then each block here, on the parent and with the attributes that anvil gave it.
 * @param look is shown each block while it is anvil's newest, with what it was built on
 */
export async function runScenario(
  { contracts, blocks }: Scenario,
  start: Start,
  look?: (block: SealedBlock, situation: Situation) => Promise<void>,
): Promise<ScenarioComparison> {
  const { anvil, rules } = start
  const snapshot = await anvil.request('evm_snapshot')
  let { state } = start
  const headers = [(await latestBlock(anvil)).header]
  // evm_revert leaves the next base fee as it was; the genesis block is empty, so an eighth is off.
  await anvil.request('anvil_setNextBlockBaseFeePerGas', numberToHex((headers[0]!.baseFeePerGas! * 7n) / 8n))
  const comparisons: BlockComparison[] = []
  try {
    for (const block of [contracts.map(deployment), ...blocks]) {
      const parent = headers.at(-1)!
      const timestamp = parent.timestamp + 12n
      const nonceOf = (sender: number) => state.getAccount(hexToBytes(senders[sender]!))?.nonce ?? 0n
      const transactions = oneOfEachSender(block).map((each) => signTransaction(each, { rules, timestamp, nonceOf }))
      const peer = await mine(anvil, transactions, timestamp)
      const situation = { rules, state, headers, peer }
      const sealed = await build(transactions, situation)
      await look?.(sealed, situation)
      comparisons.push({ ours: shownOfSealed(sealed), peer: shownOfPeer(peer) })
      headers.push(peer.header)
      state = sealed.state
    }
    const accounts = await dumpState(anvil)
    const isSame = Buffer.compare(createGenesisState(accounts).root, state.root) === 0
    const transactions = comparisons.reduce((sum, { ours }) => sum + ours.receipts.length, 0)
    return { blocks: comparisons, state: isSame ? undefined : differingAccounts(accounts, state), transactions }
  } finally {
    await anvil.request('evm_revert', snapshot)
  }
}

export function deployment(data: Hex, sender: number): ScenarioTransaction {
  const gasLimit = 5_000_000n
  return { type: 2, sender, data, value: 0n, gasLimit, priorityFee: 1n, accessList: [], authorizations: [] }
}

/** Nonces are known before the block only for accounts that no earlier transaction of the block sends from or authorizes. */
export function oneOfEachSender(transactions: ScenarioTransaction[]): ScenarioTransaction[] {
  const touched = new Set<number>()
  return transactions.filter((each) => {
    if (touched.has(each.sender)) return false
    for (const account of [each.sender, ...authoritiesOf(each)]) touched.add(account)
    return true
  })
}

export type Situation = { rules: ChainRules; state: WorldState; headers: Header[]; peer: PeerBlock }

/** The block built, and executed again from its witness alone. */
async function build(transactions: TypedTransaction[], situation: Situation): Promise<SealedBlock> {
  const { rules, state, headers, peer } = situation
  const options = {
    rules,
    parent: headers.at(-1)!,
    getBlockHash: (number: bigint) => headers[Number(number)] && hashHeader(headers[Number(number)]!),
    getHeader: (number: bigint) => headers[Number(number)],
  }
  const { timestamp, prevRandao, gasLimit } = peer.header
  const builder = await createBlockBuilder({
    ...options,
    parentState: state,
    recordWitness: true,
    attributes: {
      timestamp,
      prevRandao,
      gasLimit,
      suggestedFeeRecipient: hexToBytes(coinbase),
      parentBeaconBlockRoot: peer.header.parentBeaconBlockRoot!,
      withdrawals: [],
    },
  })
  for (const transaction of transactions) {
    await builder.add(transaction).catch((error: unknown) => {
      if (!(error instanceof InvalidTransaction)) throw error
    })
  }
  const sealed = await builder.seal()
  const parentState = worldStateFromWitness(state.root, sealed.witness!)
  await stateTransition({ ...options, parentState, block: sealed.block })
  return sealed
}

const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`

function shownOfHeader(header: Header): Shown['header'] {
  const { gasUsed, baseFeePerGas, logsBloom, transactionsRoot, receiptsRoot, requestsHash } = header
  return {
    gasUsed,
    baseFeePerGas,
    logsBloom: hexOf(logsBloom),
    transactionsRoot: hexOf(transactionsRoot),
    receiptsRoot: hexOf(receiptsRoot),
    requestsHash: hexOf(requestsHash!),
  }
}

function shownOfSealed({ block, receipts }: SealedBlock): Shown {
  return { header: shownOfHeader(block.header), receipts: receipts.map(shownOfReceipt) }
}

function shownOfReceipt(receipt: Receipt): Record<string, unknown> {
  return {
    hash: hexOf(receipt.transactionHash),
    status: receipt.status,
    gasUsed: receipt.gasUsed,
    cumulativeGasUsed: receipt.cumulativeGasUsed,
    effectiveGasPrice: receipt.effectiveGasPrice,
    contractAddress: receipt.contractAddress && hexOf(receipt.contractAddress),
    logsBloom: hexOf(receipt.logsBloom),
    logs: receipt.logs.map(({ address, topics, data }) => ({
      address: hexOf(address),
      topics: topics.map(hexOf),
      data: hexOf(data),
    })),
  }
}

function shownOfPeer({ header, receipts }: PeerBlock): Shown {
  return { header: shownOfHeader(header), receipts: receipts.map(shownOfPeerReceipt) }
}

function shownOfPeerReceipt(receipt: PeerReceipt): Record<string, unknown> {
  return {
    hash: receipt.transactionHash,
    status: receipt.status === '0x1',
    gasUsed: BigInt(receipt.gasUsed),
    cumulativeGasUsed: BigInt(receipt.cumulativeGasUsed),
    effectiveGasPrice: BigInt(receipt.effectiveGasPrice),
    contractAddress: receipt.contractAddress?.toLowerCase(),
    logsBloom: receipt.logsBloom,
    logs: receipt.logs.map(({ address, topics, data }) => ({ address: address.toLowerCase(), topics, data })),
  }
}

/** The accounts of `peer` that are not the same here, as both see them. */
function differingAccounts(peer: GenesisAlloc, state: WorldState): { ours: GenesisAlloc; peer: GenesisAlloc } {
  const differing = Object.entries(peer).flatMap(([address, theirs]) => {
    const bytes = hexToBytes(address as Hex)
    const account = state.getAccount(bytes)
    const same = createGenesisState({ [address]: theirs }).getAccount(bytes)!
    const isSame = account && JSON.stringify(account, plain) === JSON.stringify(same, plain)
    if (isSame) return []
    const storage = Object.keys(theirs.storage ?? {}).map((slot) => [
      slot,
      hexOf(state.getStorage(bytes, hexToBytes(slot as Hex, { size: 32 }))),
    ])
    const ours = account && {
      nonce: account.nonce,
      balance: account.balance,
      code: hexOf(state.getCode(bytes)),
      storage: Object.fromEntries(storage),
    }
    return [[address, { theirs, ours }] as const]
  })
  return {
    ours: Object.fromEntries(differing.map(([address, { ours }]) => [address, ours])) as GenesisAlloc,
    peer: Object.fromEntries(differing.map(([address, { theirs }]) => [address, theirs])),
  }
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value instanceof Uint8Array ? hexOf(value) : value
}
