import { RpcError, type RpcMethods, rpcCodes, testMethodNames } from '../../chain/index.ts'

const FUNDS = 'use the faucet account or `nativeroll deposit`'
const STATE = 'send a transaction that does it, or put it into the genesis of the rollup'
const SENDER = 'sign with the key of the account; the ten development accounts are funded on every chain'
const BLOCK = 'change it in the configuration of the rollup, where L1 learns of it too'
const HISTORY = 'reorganise L1 instead (anvil_reorg, evm_revert): the rollup settles again what that undoes'

/** Cheats by name without prefix, and what to do instead. */
const INSTEAD: Record<string, string> = {
  setBalance: FUNDS,
  addBalance: FUNDS,
  dealERC20: STATE,
  setERC20Allowance: STATE,
  setCode: STATE,
  setNonce: STATE,
  setStorageAt: STATE,
  impersonateAccount: SENDER,
  autoImpersonateAccount: SENDER,
  impersonateSignature: SENDER,
  stopImpersonatingAccount: SENDER,
  setCoinbase: BLOCK,
  setBlockGasLimit: BLOCK,
  setNextBlockBaseFeePerGas: BLOCK,
  setMinGasPrice: BLOCK,
  setPrevRandao: BLOCK,
  setChainId: BLOCK,
  snapshot: HISTORY,
  revert: HISTORY,
  reorg: HISTORY,
  rollback: HISTORY,
  setHead: HISTORY,
  reset: HISTORY,
  loadState: HISTORY,
}

/** Anvil's cheats would make a block that no rule of Ethereum allows, and L1 checks every block by exactly those rules. */
export function refusedMethods(name: string): RpcMethods {
  const refuse = (method: string, instead: string) => async () => {
    throw new RpcError(
      rpcCodes.methodNotSupported,
      `${method} is not possible on ${name}: L1 would reject the block that contains it; ${instead}`,
    )
  }
  const refused = Object.entries(INSTEAD).flatMap(([cheat, instead]) =>
    testMethodNames(cheat).map((method) => [method, refuse(method, instead)]),
  )
  const unsigned = 'eth_sendUnsignedTransaction'
  return { ...Object.fromEntries(refused), [unsigned]: refuse(unsigned, SENDER) }
}
