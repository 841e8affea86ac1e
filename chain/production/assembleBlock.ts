import {
  type BlockBuilder,
  type ExecutionWitness,
  InvalidTransaction,
  PrecompileGasExceeded,
  type Receipt,
  type SealedBlock,
  systemContracts,
} from '../../execute/index.ts'
import type { BestTransactions } from '../pool/bestTransactions.ts'
import type { PooledTransaction } from '../pool/TransactionPool.ts'
import { TransactionRejected } from '../pool/TransactionRejected.ts'
import type { Deferrals } from './Deferrals.ts'

export type Assembly = {
  sealed: SealedBlock
  included: PooledTransaction[]
  /** No block of this chain can include these. */
  rejected: { entry: PooledTransaction; reason: Error }[]
}

export type AssemblyOptions = {
  /** A builder on the parent; called once per attempt. */
  createBuilder(): Promise<BlockBuilder>
  best(baseFee: bigint): BestTransactions
  /** Most bytes of witness and transactions together. */
  payloadBytes: number
  /** `false`: a transaction that would make the block carry EIP-7685 requests is rejected. */
  acceptsRequests: boolean
  /** What earlier blocks have found out; none for a block that stands alone. */
  deferrals?: Deferrals
}

/**
 * Fills a block with the best transactions that fit its gas and payload limits, and seals it. The witness is exact only
 * once sealed (clearing storage may need a few more nodes): a block that turns out too large is built again with fewer.
 */
export async function assembleBlock({
  createBuilder,
  best,
  payloadBytes,
  acceptsRequests,
  deferrals,
}: AssemblyOptions): Promise<Assembly> {
  const rejected: Assembly['rejected'] = []
  const isRejected = (entry: PooledTransaction) => rejected.some((one) => one.entry === entry)
  let mostTransactions = Number.POSITIVE_INFINITY
  for (;;) {
    const builder = await createBuilder()
    const included = await fill(builder)
    if (included === undefined) continue
    const sealed = await builder.seal()
    const size = payloadSize(sealed.witness, included)
    if (size <= payloadBytes || included.length === 0) return { sealed, included, rejected }
    if (included.length === 1) rejected.push(tooLarge(included[0]!, size, payloadBytes))
    else mostTransactions = Math.min(included.length - 1, Math.floor((included.length * payloadBytes) / size))
  }

  /** Undefined when a transaction has spoilt the builder: it is in, or half in, and is rejected now. */
  async function fill(builder: BlockBuilder): Promise<PooledTransaction[] | undefined> {
    const { gasLimit, baseFeePerGas } = builder.header()
    const candidates = best(baseFeePerGas ?? 0n)
    const included: PooledTransaction[] = []
    let bytes = 0
    // Gas limits of transactions that ran and are left to a later block.
    let unpaid = 0n
    for (let entry = candidates.peek(); entry && included.length < mostTransactions; entry = candidates.peek()) {
      const noRoom =
        builder.gasUsed() + entry.transaction.gasLimit > gasLimit ||
        (included.length > 0 && builder.witnessBytes() + bytes + entry.size > payloadBytes)
      if (noRoom || isRejected(entry) || deferrals?.mustWait(entry, builder)) {
        candidates.skipSender()
        continue
      }
      try {
        const { receipt } = await builder.add(entry.transaction)
        if (!acceptsRequests && makesRequest(receipt)) {
          const message = 'the transaction asks the consensus layer for something, and this chain has none'
          rejected.push({ entry, reason: new TransactionRejected('REQUESTS_NOT_SUPPORTED', message) })
          return undefined
        }
        included.push(entry)
        bytes += entry.size
        candidates.take()
      } catch (error) {
        if (error instanceof PrecompileGasExceeded) {
          deferrals?.note(entry, error)
          unpaid += entry.transaction.gasLimit
          // As much work for nothing as a block may have for its fees.
          if (unpaid >= gasLimit) return included
        }
        if (isDeferral(error)) {
          candidates.skipSender()
          continue
        }
        rejected.push({ entry, reason: error as Error })
        if (!(error instanceof InvalidTransaction)) return undefined
        candidates.skipSender()
      }
    }
    return included
  }
}

/** EIP-7002 and EIP-7251: each request that is queued is also logged, by its contract. */
function makesRequest({ logs }: Receipt): boolean {
  return logs.some(({ address }) =>
    requestContracts.some((contract) => contract.every((byte, i) => byte === address[i])),
  )
}

const requestContracts = [systemContracts.withdrawalRequests, systemContracts.consolidationRequests]

/** Bytes of SSZ(ExecutionWitness) and of the transactions as SSZ lists them: each element has a 4-byte offset. */
function payloadSize(witness: ExecutionWitness | undefined, included: PooledTransaction[]): number {
  const elements = witness ? [...witness.state, ...witness.codes, ...witness.headers] : []
  const witnessBytes = elements.reduce((sum, { length }) => sum + length + offsetBytes, 3 * offsetBytes)
  return included.reduce((sum, { size }) => sum + size + offsetBytes, witnessBytes)
}

const offsetBytes = 4

function tooLarge(entry: PooledTransaction, size: number, limit: number): Assembly['rejected'][number] {
  const message = `the transaction and its witness take ${size} bytes, more than the ${limit} that a block may have`
  return { entry, reason: new TransactionRejected('WITNESS_TOO_LARGE', message, { value: size, expected: limit }) }
}

/** The transaction may fit a later block: this one is full, or its fees are too high for it. */
const deferrals = new Set([
  'BLOCK_GAS_EXCEEDED',
  'BLOCK_BLOB_GAS_EXCEEDED',
  'BLOCK_SIZE_EXCEEDED',
  'BLOCK_PRECOMPILE_GAS_EXCEEDED',
  'FEE_TOO_LOW',
  'BLOB_FEE_TOO_LOW',
])

function isDeferral(error: unknown): boolean {
  return error instanceof InvalidTransaction && deferrals.has(error.code)
}
