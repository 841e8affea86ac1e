import type { Hex } from 'viem'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex, toWord } from '../../../hex.ts'
import { address, looseQuantity, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { simulate } from '../../simulate.ts'

type Slot = { address: Uint8Array; key: Uint8Array }

/** Balances and allowances of ERC-20 tokens, by writing the storage slot that the token answers from. */
export function createTokenTestMethods(backend: Backend): RpcMethods {
  const { headState, pool } = backend

  /** Of the slots that the call reads, the one whose value is the answer; for tokens that compute it, there is none. */
  async function slotBehind(token: Hex, data: Hex, answer: Uint8Array): Promise<Slot | undefined> {
    const call = { to: fromHex(token), data: fromHex(data) }
    const { accessList = [] } = await simulate(backend, call, { at: 'latest', listAccesses: true })
    for (const { address, storageKeys } of accessList) {
      for (const key of storageKeys) {
        const stateOverrides = [{ address, account: { stateDiff: [[key, answer]] as [Uint8Array, Uint8Array][] } }]
        const { returnData } = await simulate(backend, call, { at: 'latest', stateOverrides })
        if (toHex(returnData) === toHex(answer)) return { address, key }
      }
    }
    return undefined
  }

  async function write(token: Hex, data: Hex, value: bigint, what: string): Promise<null> {
    const answer = fromHex(toWord(value))
    const slot = await slotBehind(token, data, answer)
    if (slot === undefined) {
      throw new RpcError(
        rpcCodes.invalidInput,
        `${token} keeps no ${what} in a storage slot of its own: use setStorageAt`,
      )
    }
    await headState.amend([{ address: slot.address, account: { stateDiff: [[slot.key, answer]] } }])
    pool.onAmended()
    return null
  }

  return {
    /** By `balanceOf(address)`. */
    async dealERC20(params) {
      const { account, token, balance } = readParameters(params, {
        account: address,
        token: address,
        balance: looseQuantity,
      })
      return write(token, `0x70a08231${argument(account)}`, balance, 'balance')
    },
    /** By `allowance(address,address)`. */
    async setERC20Allowance(params) {
      const { owner, spender, token, allowance } = readParameters(params, {
        owner: address,
        spender: address,
        token: address,
        allowance: looseQuantity,
      })
      return write(token, `0xdd62ed3e${argument(owner)}${argument(spender)}`, allowance, 'allowance')
    },
  }
}

function argument(address: Hex): string {
  return address.slice(2).padStart(64, '0')
}
