import type { Backend } from '../../../Backend.ts'
import { ChainError } from '../../../errors.ts'
import type { Inclusions } from '../../../production/Inclusions.ts'
import { submitTransaction } from '../../../submitTransaction.ts'
import { encodeRpcReceipt } from '../../encoding/encodeReceipt.ts'
import { bytes, looseQuantity, optional, readParameters } from '../../parameters.ts'
import { RpcError } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** geth's default for `eth_sendRawTransactionSync`, in milliseconds. */
const defaultSyncTimeout = 20_000n
const maxSyncTimeout = 60_000n
/** EIP-7966: the transaction is in the pool, but was not included in time. */
const syncTimeoutCode = 4

export function createSendMethods(backend: Backend, inclusions: Inclusions): RpcMethods {
  return {
    async eth_sendRawTransaction(params) {
      const { transaction } = readParameters(params, { transaction: bytes })
      return (await submitTransaction(backend, transaction)).hash
    },
    async eth_sendRawTransactionSync(params) {
      const { transaction, timeout } = readParameters(params, {
        transaction: bytes,
        timeout: optional(looseQuantity, defaultSyncTimeout),
      })
      const { hash } = await submitTransaction(backend, transaction)
      const milliseconds = Number(timeout > maxSyncTimeout ? maxSyncTimeout : timeout)
      try {
        const { block, index } = await inclusions.waitFor(hash, milliseconds)
        return encodeRpcReceipt(block, index)
      } catch (error) {
        if (!(error instanceof ChainError) || error.code !== 'INCLUSION_TIMEOUT') throw error
        throw new RpcError(syncTimeoutCode, error.message, { data: hash, cause: error })
      }
    },
  }
}
