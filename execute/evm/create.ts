import { EVMError } from '@ethereumjs/evm'
import { isDead } from '../state/accountCodec.ts'
import { pack } from '../trie/packed.ts'
import { addressOfCreated } from './addressOfCreated.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { canAfford, chargeStateGas } from './amsterdam/stateGas.ts'
import { becomeContract, isTaken } from './becomeContract.ts'
import { beginFrame } from './beginFrame.ts'
import type { Execution } from './Execution.ts'
import { endFrame } from './endFrame.ts'
import { Frame, type FrameInput, nothing } from './Frame.ts'
import { presentOf } from './frameMarks.ts'
import { endOf, maxMemory } from './Memory.ts'
import { moveEther } from './moveEther.ts'
import { calling, failed, goOn, type Outcome, stopped } from './Outcome.ts'
import type { FramePrices } from './prices.ts'
import { refuseFrame } from './refuseFrame.ts'
import { bytesOfWord } from './words.ts'

const create2Opcode = 0xf5
const maxNonce = 2n ** 64n - 1n

/** CREATE and CREATE2 (EIP-161, EIP-2681, EIP-3860, EIP-7610, EIP-8037). */
export function create(execution: Execution, frame: Frame, opcode: number): Outcome {
  const { state, journal, table, accessList } = execution
  const prices = table.frames!
  const { stack, memory } = frame
  if (frame.isStatic) return failed
  let top = frame.top
  const value = stack[--top]!
  const end = endOf(stack[top - 1]!, stack[top - 2]!)
  if (end > maxMemory) return memory.tooFar(frame.gas)
  const size = Number(stack[top - 2]!)
  top -= 2
  const salt = opcode === create2Opcode ? bytesOfWord(stack[--top]!) : undefined
  const wordPrice = prices.initCodeWord + (salt === undefined ? 0 : table.parameters.keccakWord)
  const gas = memory.price(end) + Math.ceil(size / 32) * wordPrice
  if (frame.gas < gas || size > prices.maxInitCodeSize) return failed
  const self = frame.accountIn(state)
  const { nonce, balance } = self.current ?? { nonce: 0n, balance: 0n }
  const code = memory.read(end - size, size)
  const address = addressOfCreated(frame.address.bytes, nonce, salt, code)
  const key = pack(address.bytes)
  const depth = frame.input.depth + 1
  const isRefused = depth > prices.maxDepth || balance < value || nonce >= maxNonce
  let charged = 0
  // EIP-8037: what cannot begin does not look at the account, and so does not pay for it.
  if (accessList !== undefined && !isRefused) {
    if (isDead(state.openAccount(address.bytes, key).current)) charged = prices.newAccountState
    if (!canAfford(execution, frame, gas, charged)) {
      accessList.touch(key)
      return failed
    }
  }

  memory.expand(end)
  journal.warm(frame.key)
  frame.gas -= gas
  frame.top = top
  frame.returnData = nothing
  chargeStateGas(execution, frame, charged)
  const given = frame.gas - Math.floor(frame.gas / 64)
  frame.gas -= given
  const input: FrameInput = {
    parent: frame,
    isCreation: true,
    address,
    caller: frame.address,
    value,
    data: nothing,
    code,
    isStatic: false,
    depth,
    gas: given,
    outputAt: 0,
    outputSize: 0,
    ...presentOf(execution),
    charged,
  }
  if (isRefused) {
    refuseFrame(execution, input, whyRefused(input, prices, balance))
    return goOn
  }
  state.setNonce(self, nonce + 1n)
  accessList?.changeNonce(frame.key, nonce + 1n)
  journal.touch(frame.key)
  journal.addWarmedAddress(address.bytes)
  beginFrame(execution, input)
  const account = state.openAccount(address.bytes, key)
  accessList?.touch(key)
  if (isTaken(account)) {
    execution.exception = new EVMError(EVMError.errorMessages.CREATE_COLLISION)
    endFrame(execution, input, failed, 0)
    return goOn
  }
  becomeContract(execution, address, account)
  accessList?.changeNonce(key, 1n)
  journal.touch(key)
  if (value !== 0n) {
    moveEther(execution, self, account, value)
    if (accessList !== undefined) execution.logs.push(transferLog(frame.address.bytes, address.bytes, value))
  }
  if (size === 0) {
    execution.output = nothing
    endFrame(execution, input, stopped, given)
    return goOn
  }
  execution.frame = new Frame(input)
  return calling
}

function whyRefused({ depth, value }: FrameInput, { maxDepth }: FramePrices, balance: bigint): string {
  if (depth > maxDepth) return 'max call depth exceeded'
  return balance < value ? 'insufficient balance' : 'nonce uint64 overflow'
}
