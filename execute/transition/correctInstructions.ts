import type { Common } from '@ethereumjs/common'
import { EVMError, type getOpcodesForHF } from '@ethereumjs/evm'
import { Address, bytesToBigInt } from '@ethereumjs/util'
import type { RunState } from '../evm/ethereumJs.ts'

type Instructions = ReturnType<typeof getOpcodesForHF>
type Entry = Instructions['opcodeMap'][number]

/** What EthereumJS keeps of a frame, as far as calls and creations go beyond `RunState`. */
type CallingState = RunState & {
  messageGasLimit?: bigint | undefined
  lastCallNewAccountStateGas?: bigint
  lastCreateNewAccountStateGas?: bigint
  stack: { peek(count: number): bigint[]; popN(count: number): bigint[]; push(word: bigint): void }
  memory: { read(offset: number, size: number, avoidCopy?: boolean): Uint8Array }
  interpreter: {
    getGasLeft(): bigint
    isStatic(): boolean
    create(gas: bigint, value: bigint, code: Uint8Array, salt?: Uint8Array): Promise<bigint>
  }
}
type GasHandler = (state: CallingState, gas: bigint, common: Common) => Promise<bigint>
type Handler = (state: CallingState, common: Common) => Promise<void>

const [EXTCODECOPY, EXTCODEHASH, CREATE, CALL, CREATE2, SELFDESTRUCT] = [0x3c, 0x3f, 0xf0, 0xf1, 0xf5, 0xff] as const
const maxNonce = 2n ** 64n - 1n

/** EthereumJS' instructions, with those that do not do what the EIPs say corrected: what each does says why. */
export function correctInstructions(common: Common, instructions: Instructions): Instructions {
  const opcodeMap = [...instructions.opcodeMap]
  const corrected = (opcode: number, changes: { gasHandler?: GasHandler; opHandler?: Handler }) => {
    opcodeMap[opcode] = { ...opcodeMap[opcode]!, ...(changes as unknown as Partial<Entry>) }
  }
  const gasOf = (opcode: number) => opcodeMap[opcode]!.gasHandler as unknown as GasHandler
  for (const opcode of [CREATE, CREATE2]) {
    if (opcodeMap[opcode]!.opcodeInfo.isInvalid) continue
    corrected(opcode, { opHandler: (state, fork) => create(state, fork, opcode) })
    if (common.isActivatedEIP(8037)) corrected(opcode, { gasHandler: gasOfCreation(gasOf(opcode), opcode) })
  }
  if (!opcodeMap[EXTCODEHASH]!.opcodeInfo.isInvalid) corrected(EXTCODEHASH, { opHandler: codeHash })
  if (common.isActivatedEIP(8037)) {
    corrected(EXTCODECOPY, { opHandler: copyCode(opcodeMap[EXTCODECOPY]!.opHandler as unknown as Handler) })
    corrected(CALL, { gasHandler: gasOfCall(gasOf(CALL)) })
    corrected(SELFDESTRUCT, { gasHandler: gasOfDestruction(gasOf(SELFDESTRUCT)) })
  }
  return { ...instructions, opcodeMap }
}

/**
 * EthereumJS creates nothing, and lets the creator keep its nonce and gas, where init code begins as an EOF container would;
 * there is no EOF, so such code begins with an invalid instruction.
 */
async function create(state: CallingState, common: Common, opcode: number): Promise<void> {
  const [value, offset, size] = state.stack.popN(3) as [bigint, bigint, bigint]
  const salt = opcode === CREATE2 ? wordBytes(state.stack.popN(1)[0]!) : undefined
  if (common.isActivatedEIP(3860) && size > common.param('maxInitCodeSize'))
    throw new EVMError(EVMError.errorMessages.INITCODE_SIZE_VIOLATION)
  const gas = state.messageGasLimit!
  state.messageGasLimit = undefined
  const code = size === 0n ? new Uint8Array(0) : state.memory.read(Number(offset), Number(size), true)
  state.stack.push(await state.interpreter.create(gas, value, code, salt))
}

/**
 * EIP-8037: a creation that fails for want of ether, nonce or depth never looks at the account, and so does not pay for it.
 * EthereumJS charges first, and so ends the frame where the gas does not suffice. A static frame fails before all that.
 */
function gasOfCreation(stock: GasHandler, opcode: number): GasHandler {
  return async (state, gas, common) => {
    if (state.interpreter.isStatic()) throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE)
    const [value, offset, size] = state.stack.peek(3) as [bigint, bigint, bigint]
    const { depth, contract } = state.env
    const failsFast =
      depth >= Number(common.param('stackLimit')) || contract.balance < value || contract.nonce >= maxNonce
    if (!failsFast || size > common.param('maxInitCodeSize')) return stock(state, gas, common)
    const wordPrice = common.param('initCodeWordGas') + (opcode === CREATE2 ? common.param('keccak256WordGas') : 0n)
    const price = gas + expansion(state, common, offset, size) + ((size + 31n) / 32n) * wordPrice
    if (price > state.interpreter.getGasLeft()) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS)
    state.lastCreateNewAccountStateGas = 0n
    state.messageGasLimit = 0n
    return price
  }
}

/**
 * EIP-8037: what state gas takes of the caller's gas is gone before the call gets its share of it (EIP-150). EthereumJS
 * reckons the share first, and so lets a precompile use more than there is.
 */
function gasOfCall(stock: GasHandler): GasHandler {
  return async (state, gas, common) => {
    const price = await stock(state, gas, common)
    if (state.eip7928PostTargetCallOog !== undefined || !state.lastCallNewAccountStateGas) return price
    const left = state.interpreter.getGasLeft() - price
    const most = left - left / 64n
    if (state.messageGasLimit !== undefined && state.messageGasLimit > most) state.messageGasLimit = most
    return price
  }
}

/** EIP-7928: the beneficiary is looked at once its access is paid for. EthereumJS does before, and so needs it in a witness. */
function gasOfDestruction(stock: GasHandler): GasHandler {
  return async (state, gas, common) => {
    const beneficiary = wordBytes(state.stack.peek(1)[0]!).subarray(12)
    const isWarm = state.interpreter._evm.journal.isWarmedAddress(beneficiary)
    const price = gas + (isWarm ? 0n : common.param('coldaccountaccessGas'))
    if (price > state.interpreter.getGasLeft()) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS)
    return stock(state, gas, common)
  }
}

/** EIP-7928: the account is looked at even if nothing of its code is wanted. EthereumJS lists it, but a witness lacks it. */
function copyCode(stock: Handler): Handler {
  return async (state, common) => {
    const [address, , , size] = state.stack.peek(4)
    if (size === 0n) await state.stateManager.getCode(new Address(wordBytes(address!).slice(12)))
    await stock(state, common)
  }
}

/** EIP-1052 needs no code, and there is no EOF. EthereumJS reads the code to look for that, and so needs it in a witness. */
async function codeHash(state: CallingState, common: Common): Promise<void> {
  const address = new Address(wordBytes(state.stack.popN(1)[0]!).slice(12))
  if (common.isActivatedEIP(7928)) state.interpreter._evm.blockLevelAccessList?.addAddress(address.toString())
  const account = await state.stateManager.getAccount(address)
  state.stack.push(account === undefined || account.isEmpty() ? 0n : bytesToBigInt(account.codeHash))
}

/** What memory costs that grows to hold the range. */
function expansion(state: CallingState, common: Common, offset: bigint, size: bigint): bigint {
  if (size === 0n) return 0n
  const words = (offset + size + 31n) / 32n
  if (words <= state.memoryWordCount) return 0n
  const cost = words * common.param('memoryGas') + (words * words) / common.param('quadCoefficientDivGas')
  const before = state.highestMemCost
  state.memoryWordCount = words
  state.highestMemCost = cost
  return cost - before
}

function wordBytes(word: bigint): Uint8Array {
  return new Uint8Array(Buffer.from(word.toString(16).padStart(64, '0'), 'hex'))
}
