import { RLP } from '@ethereumjs/rlp'
import type { TypedTransaction } from '@ethereumjs/tx'
import { type ChainRules, decodeTransaction, InvalidTransaction } from '../../execute/index.ts'
import type { BlobSidecar } from '../blobs/BlobSidecar.ts'
import { decodeNetworkTransaction } from '../blobs/networkForm.ts'
import { toHex } from '../hex.ts'
import { TransactionRejected } from './TransactionRejected.ts'

export type RawTransaction = { transaction: TypedTransaction; sidecar?: BlobSidecar }

/**
 * Decodes what `eth_sendRawTransaction` was given.
 * @param timestamp unix seconds: the fork whose transaction types count
 * Errors: TransactionRejected WRONG_CHAIN_ID, MALFORMED_SIDECAR, UNDECODABLE_TRANSACTION.
 */
export function decodeRawTransaction(raw: Uint8Array, rules: ChainRules, timestamp: bigint): RawTransaction {
  try {
    const { transaction: canonical, sidecar } = decodeNetworkTransaction(raw)
    const transaction = decode(canonical, rules, timestamp)
    return sidecar ? { transaction, sidecar } : { transaction }
  } catch (cause) {
    throw cause instanceof InvalidTransaction ? inKnownWords(cause) : cause
  }
}

/** A transaction of another chain cannot be decoded under these rules: that is then the reason. */
function decode(canonical: Uint8Array, rules: ChainRules, timestamp: bigint): TypedTransaction {
  try {
    return decodeTransaction(canonical, rules, { timestamp })
  } catch (cause) {
    checkChainId(canonical, rules.chainId)
    throw cause
  }
}

/** EthereumJS refuses to make some transactions that geth's pool refuses; clients know geth's words for it. */
const knownWords: [pattern: RegExp, code: string, words: string][] = [
  [/initcode size/, 'INITCODE_TOO_LARGE', 'max initcode size exceeded'],
  [/authorization list is empty/, 'EMPTY_AUTHORIZATION_LIST', 'EIP-7702 transaction with empty auth list'],
  [/EIP-7825/, 'TRANSACTION_GAS_CAP', 'transaction gas limit too high'],
  [/maxPriorityFeePerGas/, 'TIP_ABOVE_FEE_CAP', 'max priority fee per gas higher than max fee per gas'],
]

function inKnownWords(cause: InvalidTransaction): TransactionRejected {
  const known = knownWords.find(([pattern]) => pattern.test(cause.message))
  if (known === undefined) return TransactionRejected.from(cause)
  return new TransactionRejected(known[1], `${known[2]}: ${cause.message}`, { cause })
}

/** Errors: WRONG_CHAIN_ID. */
function checkChainId(canonical: Uint8Array, expected: bigint): void {
  const chainId = chainIdOf(canonical)
  if (chainId === undefined || chainId === expected) return
  throw new TransactionRejected(
    'WRONG_CHAIN_ID',
    `invalid sender: invalid chain id for signer: have ${chainId} want ${expected}`,
    { value: chainId, expected, hint: `sign the transaction for chain id ${expected}` },
  )
}

function chainIdOf(canonical: Uint8Array): bigint | undefined {
  const typed = canonical[0] !== undefined && canonical[0] < 0x80
  try {
    const fields = RLP.decode(typed ? canonical.subarray(1) : canonical) as unknown[]
    const field = fields[typed ? 0 : 6]
    if (!(field instanceof Uint8Array) || field.length > 32) return undefined
    const value = field.length === 0 ? 0n : BigInt(toHex(field))
    if (typed) return value
    // EIP-155: v = chainId * 2 + 35 + parity; 27 and 28 bind no chain.
    return value >= 35n ? (value - 35n) / 2n : undefined
  } catch {
    return undefined
  }
}
