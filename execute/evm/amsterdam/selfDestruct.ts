import { isDead } from '../../state/accountCodec.ts'
import { pack } from '../../trie/packed.ts'
import type { Execution } from '../Execution.ts'
import { type Frame, nothing } from '../Frame.ts'
import { moveEther } from '../moveEther.ts'
import { failed, type Outcome, stopped, waiting } from '../Outcome.ts'
import { noteDestroyed } from '../selfDestruct.ts'
import { bytesOfAddress } from '../words.ts'
import { transferLog } from './etherLogs.ts'
import { canAfford, chargeStateGas } from './stateGas.ts'

/** EIP-7708, EIP-7928, EIP-8037, EIP-8038; EIP-8246: no ether is burned. */
export function selfDestruct(execution: Execution, frame: Frame): Outcome {
  const { state, journal, table, accessList } = execution
  const prices = table.frames!
  if (frame.isStatic) return failed
  const beneficiary = bytesOfAddress(frame.stack[frame.top - 1]!)
  if (state.isVirtual(beneficiary)) return waiting
  const key = pack(beneficiary)
  const self = frame.accountIn(state)
  const balance = self.current?.balance ?? 0n
  const toItself = key === frame.key
  accessList?.touch(frame.key)
  let gas = prices.destruction + (journal.isWarm(key) ? 0 : prices.coldAccount)
  if (frame.gas < gas) return failed
  accessList?.touch(key)
  // EIP-7928: only now is it looked at, and whatever there is to send, so a witness holds it from here on.
  const isThere = !isDead(state.openAccount(beneficiary).current)
  const revives = balance > 0n && !isThere
  if (revives) gas += prices.accountWrite
  if (!canAfford(execution, frame, gas, revives ? prices.newAccountState : 0)) return failed

  journal.warm(key)
  frame.gas -= gas
  if (revives) chargeStateGas(execution, frame, prices.newAccountState)
  noteDestroyed(execution, frame.address, beneficiary)
  if (!toItself) {
    const account = state.openAccount(beneficiary)
    journal.touch(key)
    if (balance > 0n) {
      moveEther(execution, self, account, balance)
      execution.logs.push(transferLog(frame.address.bytes, beneficiary, balance))
    }
  }
  execution.output = nothing
  return stopped
}
