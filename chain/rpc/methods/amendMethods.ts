import type { Hex } from 'viem'
import type { AccountOverride } from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { fromHex } from '../../hex.ts'
import { address, bytes, hash, looseQuantity, readParameters, slot } from '../parameters.ts'
import type { RpcMethod, RpcMethods } from '../router.ts'

/** Rewrite accounts, as anvil and Hardhat let tests do. No rollup can offer this: its L1 would refuse the next block. */
export function createAmendMethods({ headState, pool }: Backend): RpcMethods {
  const amendAccount = async (at: Hex, account: AccountOverride) => {
    await headState.amend([{ address: fromHex(at), account }])
    pool.onAmended()
    return null
  }

  const setBalance: RpcMethod = async (params) => {
    const read = readParameters(params, { address, balance: looseQuantity })
    return amendAccount(read.address, { balance: read.balance })
  }
  const setNonce: RpcMethod = async (params) => {
    const read = readParameters(params, { address, nonce: looseQuantity })
    return amendAccount(read.address, { nonce: read.nonce })
  }
  const setCode: RpcMethod = async (params) => {
    const read = readParameters(params, { address, code: bytes })
    return amendAccount(read.address, { code: read.code })
  }
  const setStorageAt: RpcMethod = async (params) => {
    const read = readParameters(params, { address, slot, value: hash })
    await amendAccount(read.address, { stateDiff: [[read.slot, fromHex(read.value)]] })
    return true
  }

  return {
    anvil_setBalance: setBalance,
    hardhat_setBalance: setBalance,
    anvil_setNonce: setNonce,
    hardhat_setNonce: setNonce,
    anvil_setCode: setCode,
    hardhat_setCode: setCode,
    anvil_setStorageAt: setStorageAt,
    hardhat_setStorageAt: setStorageAt,
  }
}
