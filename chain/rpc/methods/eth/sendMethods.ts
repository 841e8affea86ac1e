import type { Hex } from 'viem'
import type { Backend } from '../../../Backend.ts'
import { ChainError } from '../../../errors.ts'
import type { Inclusions } from '../../../production/Inclusions.ts'
import { submitTransaction } from '../../../submitTransaction.ts'
import { encodeRpcReceipt } from '../../encoding/encodeReceipt.ts'
import { bytes, looseQuantity, optional, readParameters } from '../../parameters.ts'
import type { RequestSigner } from '../../RequestSigner.ts'
import { RpcError } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** geth's default for `eth_sendRawTransactionSync`, in milliseconds. */
const defaultSyncTimeout = 20_000n
const maxSyncTimeout = 60_000n
/** EIP-7966: the transaction is in the pool, but was not included in time. */
const syncTimeoutCode = 4

export function createSendMethods(backend: Backend, inclusions: Inclusions, signer: RequestSigner): RpcMethods {
  /** The receipt. Errors: code 4 with the hash as data when the time is up. */
  async function inclusionOf(hash: Hex, timeout: bigint): Promise<unknown> {
    const milliseconds = Number(timeout > maxSyncTimeout ? maxSyncTimeout : timeout)
    try {
      const { block, index } = await inclusions.waitFor(hash, milliseconds)
      return encodeRpcReceipt(block, index)
    } catch (error) {
      if (!(error instanceof ChainError) || error.code !== 'INCLUSION_TIMEOUT') throw error
      throw new RpcError(syncTimeoutCode, error.message, { data: hash, cause: error })
    }
  }

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
      return inclusionOf((await submitTransaction(backend, transaction)).hash, timeout)
    },
    async eth_sendTransactionSync(params) {
      const { request, timeout } = readParameters(params, {
        request: (value) => value,
        timeout: optional(looseQuantity, defaultSyncTimeout),
      })
      return inclusionOf(backend.pool.add({ transaction: await signer.transaction(request) }).hash, timeout)
    },
  }
}
