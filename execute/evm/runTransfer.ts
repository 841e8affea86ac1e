import type { EVM, EVMResult } from '@ethereumjs/evm'
import type { Address } from '@ethereumjs/util'
import { isDead } from '../state/accountCodec.ts'
import type { CachedAccount } from '../state/CachedAccount.ts'
import { pack } from '../trie/packed.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { canAfford, chargeStateGas, giveStateGas } from './amsterdam/stateGas.ts'
import { createExecution, type MessageRequest } from './createExecution.ts'
import { nothing } from './Frame.ts'
import { moveEther } from './moveEther.ts'

type Parties = {
  from: CachedAccount | undefined
  account: CachedAccount
  delegate: Address | undefined
  following: number
}

/**
 * A transaction's call of an account without code, which does nothing but move ether; undefined, and nothing done, if
 * somebody watches, or the gas does not suffice for a new account (EIP-8037).
 */
export function runTransfer(
  evm: EVM,
  request: MessageRequest,
  { from, account, delegate, following }: Parties,
): Promise<EVMResult> | undefined {
  const { caller, to, value = 0n, gasLimit = 0n } = request.options
  if (request.tracer !== undefined) return undefined
  const execution = createExecution(evm, request)
  const { journal, accessList, stateGas, table, logs } = execution
  const meter = { gas: Number(gasLimit) - following, spilled: 0 }
  const charged = value !== 0n && isDead(account.current) ? table.frames!.newAccountState : 0
  if (!canAfford(execution, meter, 0, charged)) return undefined

  chargeStateGas(execution, meter, charged)
  giveStateGas(evm, stateGas)
  if (delegate !== undefined) {
    journal.addAlwaysWarmAddress(delegate.toString())
    accessList?.touch(pack(delegate.bytes))
  }
  journal.touch(pack(caller!.bytes))
  journal.touch(account.key)
  accessList?.touch(account.key)
  if (value !== 0n) {
    moveEther(execution, from!, account, value)
    if (accessList !== undefined && from !== account) logs.push(transferLog(caller!.bytes, to!.bytes, value))
  }
  const executionGasUsed = gasLimit - BigInt(meter.gas)
  return Promise.resolve({ execResult: { returnValue: nothing, executionGasUsed, gasRefund: 0n, logs } })
}
