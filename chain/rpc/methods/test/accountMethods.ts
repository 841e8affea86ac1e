import type { Hex } from 'viem'
import type { AccountOverride } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toQuantity } from '../../../hex.ts'
import { address, bool, bytes, hash, looseQuantity, type Parser, readParameters, slot } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** EIP-2681. */
const mostNonce = 2n ** 64n - 1n

/** As anvil reads it: a slot may be a plain number. */
const looseSlot: Parser<Uint8Array> = (value) =>
  slot(typeof value === 'number' ? toQuantity(looseQuantity(value)) : value)

/** Rewrite accounts and act for them. No rollup can offer this: its L1 would refuse the next block. */
export function createAccountTestMethods({ headState, pool, impersonation }: Backend): RpcMethods {
  const amendAccount = async (at: Hex, account: AccountOverride) => {
    await headState.amend([{ address: fromHex(at), account }])
    pool.onAmended()
    return null
  }

  return {
    async setBalance(params) {
      const read = readParameters(params, { address, balance: looseQuantity })
      return amendAccount(read.address, { balance: read.balance })
    },
    async addBalance(params) {
      const read = readParameters(params, { address, balance: looseQuantity })
      const before = headState.current().getAccount(fromHex(read.address))?.balance ?? 0n
      return amendAccount(read.address, { balance: before + read.balance })
    },
    async setNonce(params) {
      const read = readParameters(params, { address, nonce: looseQuantity })
      if (read.nonce > mostNonce)
        throw new RpcError(rpcCodes.invalidParams, `a nonce is at most ${mostNonce}, not ${read.nonce}`)
      return amendAccount(read.address, { nonce: read.nonce })
    },
    async setCode(params) {
      const read = readParameters(params, { address, code: bytes })
      return amendAccount(read.address, { code: read.code })
    },
    async setStorageAt(params) {
      const read = readParameters(params, { address, slot: looseSlot, value: hash })
      await amendAccount(read.address, { stateDiff: [[read.slot, fromHex(read.value)]] })
      return true
    },
    async impersonateAccount(params) {
      impersonation.start(readParameters(params, { address }).address)
      return null
    },
    async stopImpersonatingAccount(params) {
      impersonation.stop(readParameters(params, { address }).address)
      return null
    },
    async autoImpersonateAccount(params) {
      impersonation.setAll(readParameters(params, { enabled: bool }).enabled)
      return null
    },
  }
}
