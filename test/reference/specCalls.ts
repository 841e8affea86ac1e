import { RLP } from '@ethereumjs/rlp'
import { bigIntMin } from '@ethereumjs/util'
import type { Hex } from 'viem'
import { keccak256 } from '../../execute/index.ts'
import { type SpecCall, SpecFrame } from './SpecFrame.ts'
import type { SpecState } from './SpecState.ts'
import { ExceptionalHalt } from './specErrors.ts'
import { extension, prices, SpecMeter, statePrices, wordsOf } from './specGas.ts'
import { logTransfer, maxInitCodeSize, processCall, processCreate } from './specRun.ts'
import { bytesOf, hexOf, numberOf, wordOf } from './values.ts'

const maxDepth = 1024
const maxNonce = 2n ** 64n - 1n

/** Of an account whose code is a delegation (EIP-7702). */
export function delegationOf(code: Hex): Hex | undefined {
  return code.length === 48 && code.startsWith('0xef0100') ? `0x${code.slice(8)}` : undefined
}

export function isDeployable(state: SpecState, address: Hex): boolean {
  const { nonce, code } = state.account(address)
  return nonce === 0n && code === '0x'
}

export function createAddress(sender: Hex, nonce: bigint): Hex {
  return hexOf(keccak256(RLP.encode([bytesOf(sender), nonce])).subarray(12))
}

/** CREATE and CREATE2. */
export async function create(frame: SpecFrame, withSalt: boolean): Promise<void> {
  frame.assertMayWrite()
  const { state, meter, self, call } = frame
  const [value, start, size] = [frame.pop(), frame.pop(), frame.pop()]
  const salt = withSalt ? frame.pop() : 0n
  const memory = extension(frame.memory.length, [[start, size]])
  const hashing = withSalt ? 6n * wordsOf(size) : 0n
  meter.charge(prices.createAccess + memory.cost + 2n * wordsOf(size) + hashing)
  if (size > BigInt(maxInitCodeSize)) throw new ExceptionalHalt('out of gas')
  frame.expand(memory.words)
  const code = frame.read(start, size)
  const { nonce, balance } = state.account(self)
  const address = withSalt ? create2Address(self, salt, code) : createAddress(self, nonce)
  frame.returnData = new Uint8Array(0)
  if (balance < value || nonce === maxNonce || call.depth + 1 > maxDepth) return frame.push(0n)

  call.warm.add(address)
  const isCharged = !state.isAlive(address)
  if (isCharged) meter.chargeState(statePrices.newAccount)
  const gas = withoutSixtyFourth(meter.gas)
  meter.gas -= gas
  if (!isDeployable(state, address)) {
    state.incrementNonce(self)
    if (isCharged) meter.refillState(statePrices.newAccount)
    return frame.push(0n)
  }
  state.incrementNonce(self)
  const child = await processCreate(
    childOf(frame, {
      ...{ caller: self, target: address, value, code, codeAddress: undefined, data: new Uint8Array(0) },
      ...{ transfers: true, isStatic: false, disablePrecompiles: false },
      meter: new SpecMeter(gas, meter.drainReservoir()),
    }),
  )
  frame.absorb(child)
  if (child.error !== undefined) {
    if (isCharged) meter.refillState(statePrices.newAccount)
    frame.returnData = child.output
    return frame.push(0n)
  }
  frame.pushAddress(address)
}

function create2Address(sender: Hex, salt: bigint, code: Uint8Array): Hex {
  const parts = [Uint8Array.of(0xff), bytesOf(sender), wordOf(salt), keccak256(code)]
  return hexOf(keccak256(Buffer.concat(parts)).subarray(12))
}

const CALL = 0xf1
const CALLCODE = 0xf2
const DELEGATECALL = 0xf4
const STATICCALL = 0xfa

/** CALL, CALLCODE, DELEGATECALL and STATICCALL. */
export async function call(frame: SpecFrame, op: number): Promise<void> {
  const { state, meter, self } = frame
  const { warm, isStatic, depth } = frame.call
  const wanted = frame.pop()
  const to = frame.popAddress()
  const value = op === CALL || op === CALLCODE ? frame.pop() : 0n
  const [inStart, inSize, outStart, outSize] = [frame.pop(), frame.pop(), frame.pop(), frame.pop()]
  if (op === CALL && isStatic && value !== 0n) throw new ExceptionalHalt('write in static context')
  const memory = extension(frame.memory.length, [
    [inStart, inSize],
    [outStart, outSize],
  ])
  const transfer = value === 0n ? 0n : prices.callValue
  let cost = accessPrice(warm, to) + transfer + memory.cost
  meter.check(cost)
  warm.add(to)
  const delegate = delegationOf(state.code(to))
  if (delegate !== undefined) {
    cost += accessPrice(warm, delegate)
    meter.check(cost)
    warm.add(delegate)
  }
  const codeAddress = delegate ?? to
  const code = state.code(codeAddress)
  meter.charge(cost)
  const isCharged = op === CALL && value !== 0n && !state.isAlive(to)
  if (isCharged) meter.chargeState(statePrices.newAccount)
  const most = withoutSixtyFourth(meter.gas)
  const given = bigIntMin(wanted, most)
  meter.charge(given)
  const gas = given + (value === 0n ? 0n : prices.callStipend)
  frame.expand(memory.words)
  frame.returnData = new Uint8Array(0)
  if (depth + 1 > maxDepth || state.account(self).balance < value) {
    meter.gas += gas
    if (isCharged) meter.refillState(statePrices.newAccount)
    return frame.push(0n)
  }
  const isDelegate = op === DELEGATECALL
  const child = await processCall(
    childOf(frame, {
      caller: isDelegate ? frame.call.caller : self,
      target: op === CALL || op === STATICCALL ? to : self,
      value: isDelegate ? frame.call.value : value,
      data: frame.read(inStart, inSize),
      transfers: !isDelegate,
      isStatic: isStatic || op === STATICCALL,
      code: bytesOf(code),
      codeAddress,
      disablePrecompiles: delegate !== undefined,
      meter: new SpecMeter(gas, meter.drainReservoir()),
    }),
  )
  frame.absorb(child)
  frame.returnData = child.output
  if (child.error !== undefined && isCharged) meter.refillState(statePrices.newAccount)
  frame.push(child.error === undefined ? 1n : 0n)
  frame.write(outStart, child.output.subarray(0, Math.min(Number(outSize), child.output.length)))
}

export function selfDestruct(frame: SpecFrame): void {
  frame.assertMayWrite()
  const { state, meter, self } = frame
  const { warm } = frame.call
  const beneficiary = frame.popAddress()
  const cost = prices.selfDestruct + (warm.has(beneficiary) ? 0n : prices.coldAccount)
  meter.check(cost)
  warm.add(beneficiary)
  const { balance } = state.account(self)
  const creates = !state.isAlive(beneficiary) && balance !== 0n
  meter.charge(cost + (creates ? prices.accountWrite : 0n))
  if (creates) meter.chargeState(statePrices.newAccount)
  state.move(self, beneficiary, balance)
  logTransfer(frame, self, beneficiary, balance)
  if (state.created.has(self)) frame.toDelete.add(self)
  frame.running = false
}

export function accessPrice(warm: ReadonlySet<Hex>, address: Hex): bigint {
  return warm.has(address) ? prices.warmAccess : prices.coldAccount
}

const withoutSixtyFourth = (gas: bigint) => gas - gas / 64n

function childOf(frame: SpecFrame, call: Omit<SpecCall, 'depth' | 'warm' | 'warmSlots'>): SpecFrame {
  const { depth, warm, warmSlots } = frame.call
  return new SpecFrame(frame.block, frame.tx, {
    ...call,
    depth: depth + 1,
    warm: new Set(warm),
    warmSlots: new Set(warmSlots),
  })
}

export const codeHash = (code: Hex): bigint => numberOf(keccak256(bytesOf(code)))
