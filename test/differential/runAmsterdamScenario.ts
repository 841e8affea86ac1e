import { RLP } from '@ethereumjs/rlp'
import type { TypedTransaction } from '@ethereumjs/tx'
import { type Hex, hexToBytes } from 'viem'
import {
  type ChainRules,
  createBlockBuilder,
  createGenesisBlock,
  createGenesisState,
  type GenesisAlloc,
  type Header,
  hashHeader,
  InvalidTransaction,
  type SealedBlock,
  stateTransition,
  type Withdrawal,
  type WorldState,
  worldStateFromWitness,
} from '../../execute/index.ts'
import { runSpecBlock, type SpecResult } from '../reference/runSpecBlock.ts'
import { hexOf } from '../reference/values.ts'
import { coinbase, senders } from './accounts.ts'
import type { Scenario, ScenarioTransaction } from './arbitraryScenario.ts'
import { authoritiesOf, signTransaction } from './signTransaction.ts'

/** What a block did, in the same form for both. */
export type Shown = {
  included: boolean[]
  receipts: { status: boolean; gasUsed: bigint; cumulativeGasUsed: bigint; logs: unknown[] }[]
  gasUsed: bigint
  requests: Hex[]
  /** By address, so that a difference names its account. */
  accessList: Record<Hex, unknown>
  stateRoot: Hex
  /** What the witness was asked for. */
  witness: { keys: Hex[]; codes: Hex[] }
}

export type AmsterdamScenario = Scenario & { withdrawals: Withdrawal[] }

/** Runs each block of the scenario here and in the reference of `test/reference`, one upon the other. */
export async function runAmsterdamScenario(
  { contracts, blocks, withdrawals }: AmsterdamScenario,
  { rules, alloc, gasLimit }: { rules: ChainRules; alloc: GenesisAlloc; gasLimit: bigint },
): Promise<{ blocks: { ours: Shown; reference: Shown }[]; transactions: number }> {
  const genesis = createGenesisBlock({ timestamp: 1000n, gasLimit, alloc }, rules)
  const headers = [genesis.block.header]
  let { state } = genesis
  let accounts = alloc
  let transactions = 0
  const compared: { ours: Shown; reference: Shown }[] = []
  for (const block of [contracts.map(deployment), ...blocks]) {
    const timestamp = headers.at(-1)!.timestamp + 12n
    const nonceOf = (sender: number) => state.getAccount(hexToBytes(senders[sender]!))?.nonce ?? 0n
    const signed = oneOfEachSender(block).map((each) => signTransaction(each, { rules, timestamp, nonceOf }))
    const { sealed, included } = await build(signed, withdrawals, { rules, state, headers, timestamp })
    const getBlockHash = (number: bigint) => headers[Number(number)] && hashHeader(headers[Number(number)]!)
    const { header } = sealed.block
    const result = await runSpecBlock({
      rules,
      header,
      alloc: accounts,
      transactions: signed,
      withdrawals,
      getBlockHash,
    })
    compared.push({ ours: shownOfSealed(sealed, included), reference: shownOfResult(result) })
    headers.push(header)
    state = sealed.state
    accounts = result.alloc
    transactions += result.receipts.length
  }
  return { blocks: compared, transactions }
}

function deployment(data: Hex, sender: number): ScenarioTransaction {
  const gasLimit = 20_000_000n
  return { type: 2, sender, data, value: 0n, gasLimit, priorityFee: 1n, accessList: [], authorizations: [] }
}

/** Nonces are known before the block only for accounts that no earlier transaction of the block sends from or authorizes. */
function oneOfEachSender(transactions: ScenarioTransaction[]): ScenarioTransaction[] {
  const touched = new Set<number>()
  return transactions.filter((each) => {
    if (touched.has(each.sender)) return false
    for (const account of [each.sender, ...authoritiesOf(each)]) touched.add(account)
    return true
  })
}

type Situation = { rules: ChainRules; state: WorldState; headers: Header[]; timestamp: bigint }

/** The block built, and executed again from its witness alone. */
async function build(
  transactions: TypedTransaction[],
  withdrawals: Withdrawal[],
  { rules, state, headers, timestamp }: Situation,
): Promise<{ sealed: SealedBlock; included: boolean[] }> {
  const parent = headers.at(-1)!
  const options = {
    rules,
    parent,
    getBlockHash: (number: bigint) => headers[Number(number)] && hashHeader(headers[Number(number)]!),
    getHeader: (number: bigint) => headers[Number(number)],
  }
  const builder = await createBlockBuilder({
    ...options,
    parentState: state,
    recordWitness: true,
    attributes: {
      timestamp,
      prevRandao: new Uint8Array(32).fill(7),
      gasLimit: parent.gasLimit,
      suggestedFeeRecipient: hexToBytes(coinbase),
      parentBeaconBlockRoot: new Uint8Array(32).fill(9),
      withdrawals,
      slotNumber: timestamp / 12n,
    },
  })
  const included: boolean[] = []
  for (const transaction of transactions) {
    included.push(
      await builder.add(transaction).then(
        () => true,
        (error: unknown) => {
          if (error instanceof InvalidTransaction) return false
          throw error
        },
      ),
    )
  }
  const sealed = await builder.seal()
  const parentState = worldStateFromWitness(state.root, sealed.witness!)
  await stateTransition({ ...options, parentState, block: sealed.block })
  return { sealed, included }
}

function shownOfSealed(
  { block, receipts, requests, blockAccessList, witness }: SealedBlock,
  included: boolean[],
): Shown {
  return {
    included,
    receipts: receipts.map(({ status, gasUsed, cumulativeGasUsed, logs }) => ({
      ...{ status, gasUsed, cumulativeGasUsed },
      logs: logs.map(({ address, topics, data }) => ({
        address: hexOf(address),
        topics: topics.map(hexOf),
        data: hexOf(data),
      })),
    })),
    gasUsed: block.header.gasUsed,
    requests: requests.map(hexOf),
    accessList: shownOfAccessList(blockAccessList!),
    stateRoot: hexOf(block.header.stateRoot),
    witness: { keys: witness!.keys!.map(hexOf).sort(), codes: witness!.codes.map(hexOf).sort() },
  }
}

function shownOfResult({ included, receipts, gasUsed, requests, accessList, alloc, keys, codes }: SpecResult): Shown {
  const stateRoot = hexOf(createGenesisState(alloc).root)
  return {
    included,
    receipts,
    gasUsed,
    requests,
    accessList: shownOfAccessList(accessList),
    stateRoot,
    witness: { keys, codes },
  }
}

function shownOfAccessList(bytes: Uint8Array): Shown['accessList'] {
  const show = (item: unknown): unknown => (item instanceof Uint8Array ? hexOf(item) : (item as unknown[]).map(show))
  const accounts = RLP.decode(bytes) as unknown as [Uint8Array, ...unknown[]][]
  return Object.fromEntries(accounts.map(([address, ...changes]) => [hexOf(address), changes.map(show)]))
}
