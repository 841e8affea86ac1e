import { requestsToList } from '../ssz/executionRequests.ts'
import type { StatelessInput } from '../ssz/types.ts'
import { ExecuteRefusal } from './ExecuteRefusal.ts'

/** EIP-2930, EIP-1559 and EIP-7702; a legacy transaction begins with the byte of an RLP list. */
const allowedTypes = [1, 2, 4]

/**
 * What holds for every rollup beside the rules of Ethereum: nothing in its blocks may need a consensus layer, and every
 * transaction must be signed with a recoverable key (so no type 3, 6 or 0x7e).
 * @throws ExecuteRefusal `ROLLUP_CHAIN_ID`, `ROLLUP_BLOB_GAS`, `ROLLUP_WITHDRAWALS`, `ROLLUP_REQUESTS`, `ROLLUP_TRANSACTION_TYPE`
 */
export function assertRollupPayload({ newPayloadRequest, chainId }: StatelessInput): void {
  const { executionPayload: payload, executionRequests } = newPayloadRequest
  if (chainId === 0n || chainId > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw refusal('ROLLUP_CHAIN_ID', `No rollup has chain id ${chainId}`, chainId, '1 to 2^53 - 1')
  }
  if (payload.blobGasUsed !== 0n) throw refusal('ROLLUP_BLOB_GAS', 'The payload uses blob gas', payload.blobGasUsed, 0n)
  if (payload.excessBlobGas !== 0n) {
    throw refusal('ROLLUP_BLOB_GAS', 'The payload has excess blob gas', payload.excessBlobGas, 0n)
  }
  if (payload.withdrawals.length > 0) {
    throw refusal(
      'ROLLUP_WITHDRAWALS',
      'The payload holds withdrawals, which would mint',
      payload.withdrawals.length,
      0,
    )
  }
  const requests = requestsToList(executionRequests)
  if (requests.length > 0) {
    throw refusal(
      'ROLLUP_REQUESTS',
      'The payload makes requests to a consensus layer',
      requests.map((request) => request[0]),
      'no requests',
    )
  }
  payload.transactions.forEach(([type], index) => {
    if (type === undefined || type >= 0xc0 || allowedTypes.includes(type)) return
    throw refusal(
      'ROLLUP_TRANSACTION_TYPE',
      `Transaction ${index} is of type ${type}`,
      type,
      'a legacy transaction or type 1, 2 or 4',
    )
  })
}

function refusal(code: string, message: string, value: unknown, expected: unknown): ExecuteRefusal {
  return new ExecuteRefusal(code, message, { value, expected })
}
