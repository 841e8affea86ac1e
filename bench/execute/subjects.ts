import {
  createBlockBuilder,
  decodeBlock,
  decodeStatelessInput,
  decodeTransaction,
  encodeBlock,
  encodeStatelessInput,
  encodeTransaction,
  type SealedBlock,
  schemaIds,
  statelessInputOf,
  stateTransition,
  verifyStatelessNewPayload,
} from '../../execute/index.ts'
import { chainId, type World } from './World.ts'
import type { Workload } from './workloads.ts'

/** One workload as bytes, and ours to execute it. Every run begins at the bytes: decoding and recovering senders count. */
export type Subjects = {
  gasUsed: bigint
  block: Uint8Array
  transactions: Uint8Array[]
  witnessBytes: number
  stateful(): Promise<void>
  stateless(): Promise<void>
  recording(): Promise<void>
  build(): Promise<void>
}

export async function createSubjects(world: World, { transactions }: Workload): Promise<Subjects> {
  const encoded = transactions.map(encodeTransaction)
  const { rules, parent, state: parentState } = world

  async function build(recordWitness: boolean): Promise<SealedBlock> {
    const getBlockHash = () => undefined
    const { attributes } = world
    const builder = await createBlockBuilder({ rules, parent, parentState, attributes, getBlockHash, recordWitness })
    for (const bytes of encoded) await builder.add(decodeTransaction(bytes, rules, attributes))
    return builder.seal()
  }

  async function execute(recordWitness: boolean): Promise<void> {
    const getBlockHash = () => undefined
    const decoded = decodeBlock(block, rules)
    await stateTransition({ rules, parent, parentState, block: decoded, getBlockHash, recordWitness })
  }

  const sealed = await build(true)
  if (sealed.receipts.some(({ status }) => !status)) throw new Error('a transaction of the workload fails')
  const block = encodeBlock(sealed.block)
  const input = encodeStatelessInput({ schemaId: schemaIds[world.fork], input: statelessInputOf(sealed, chainId) })
  const { state, codes, headers } = sealed.witness!
  return {
    gasUsed: sealed.block.header.gasUsed,
    block,
    transactions: encoded,
    witnessBytes: [...state, ...codes, ...headers].reduce((sum, bytes) => sum + bytes.length, 0),
    stateful: () => execute(false),
    recording: () => execute(true),
    async stateless() {
      const { refusal } = await verifyStatelessNewPayload(decodeStatelessInput(input), { rules })
      if (refusal !== undefined) throw refusal
    },
    async build() {
      await build(false)
    },
  }
}
