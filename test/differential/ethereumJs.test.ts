import type { TypedTransaction } from '@ethereumjs/tx'
import fc from 'fast-check'
import { hexToBytes } from 'viem'
import { expect, test } from 'vitest'
import { addresses } from '../../contracts/addresses.ts'
import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import {
  createBlockBuilder,
  createChainRules,
  createGenesisBlock,
  InvalidTransaction,
  type Receipt,
  stateTransition,
  worldStateFromWitness,
} from '../../execute/index.ts'
import { alloc, chainId, coinbase, senders } from './accounts.ts'
import { arbitraryScenario } from './arbitraryScenario.ts'
import { runOnEthereumJs } from './runOnEthereumJs.ts'
import { deployment, oneOfEachSender } from './runScenario.ts'
import { signTransaction } from './signTransaction.ts'

/** revm in anvil does not know Amsterdam yet, so EthereumJS is the peer. NATIVEROLL_DIFFERENTIAL_RUNS=2000 looks further, _SEED repeats a run. */
const numRuns = Number(process.env.NATIVEROLL_DIFFERENTIAL_RUNS || 20)
const seed = process.env.NATIVEROLL_DIFFERENTIAL_SEED

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('random transactions do in Amsterdam what they do in EthereumJS', {
  timeout: 2_000 * numRuns + 30_000,
}, async () => {
  const rules = createChainRules({ chainId, forks: { amsterdam: 0 } })
  const genesis = createGenesisBlock(
    {
      ...{ timestamp: 1_700_000_000n, gasLimit: 60_000_000n },
      alloc: { ...alloc, [addresses.beaconRoots]: { code: systemContracts[addresses.beaconRoots]!, nonce: 1n } },
    },
    rules,
  )
  let transactions = 0
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async ({ contracts, blocks }) => {
      let parent = genesis.block.header
      let { state } = genesis
      for (const block of [contracts.map(deployment), ...blocks]) {
        const timestamp = parent.timestamp + 12n
        const nonceOf = (sender: number) => state.getAccount(hexToBytes(senders[sender]!))?.nonce ?? 0n
        const signed = oneOfEachSender(block).map((each) => signTransaction(each, { rules, timestamp, nonceOf }))
        const getBlockHash = () => new Uint8Array(32)
        const builder = await createBlockBuilder({
          ...{ rules, parent, parentState: state, getBlockHash, getHeader: () => parent, recordWitness: true },
          attributes: {
            timestamp,
            prevRandao: new Uint8Array(32).fill(7),
            gasLimit: parent.gasLimit,
            suggestedFeeRecipient: hexToBytes(coinbase),
            parentBeaconBlockRoot: new Uint8Array(32).fill(9),
            withdrawals: [],
            slotNumber: 77n,
          },
        })
        const included: TypedTransaction[] = []
        for (const transaction of signed) {
          await builder.add(transaction).then(
            () => included.push(transaction),
            (error: unknown) => {
              if (!(error instanceof InvalidTransaction)) throw error
            },
          )
        }
        const header = builder.header()
        const sealed = await builder.seal()
        const peer = await runOnEthereumJs(included, { rules, header, parentState: state })
        expect(sealed.receipts.map(shown)).toEqual(peer.output.receipts.map(shown))
        expect(sealed.block.header.gasUsed).toBe(peer.output.blockGasUsed)
        expect(hexOf(sealed.blockAccessList!)).toBe(hexOf(peer.accessList))
        expect(hexOf(sealed.state.root)).toBe(hexOf(peer.root))
        expect(sealed.witness!.state.map(hexOf).sort()).toEqual(peer.nodes.map(hexOf).sort())
        expect(sealed.witness!.codes.map(hexOf).sort()).toEqual(peer.codes.map(hexOf).sort())
        const parentState = worldStateFromWitness(state.root, sealed.witness!)
        await stateTransition({ rules, parent, parentState, block: sealed.block, getBlockHash })
        transactions += included.length
        parent = sealed.block.header
        state = sealed.state
      }
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }), interruptAfterTimeLimit: 1_800 * numRuns + 20_000 },
  )
  if (process.env.NATIVEROLL_DIFFERENTIAL_RUNS) console.log(`${transactions} transactions`)
})

function shown({ logs, logsBloom: _, ...receipt }: Receipt): unknown {
  return {
    ...receipt,
    logs: logs.map(({ address, topics, data }) => [hexOf(address), topics.map(hexOf), hexOf(data)]),
  }
}
