import { type AccountOverride, pad32 } from '../../../../execute/index.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'

/** What a dump says of an account. Slots that it does not name stay. */
export type ReadAccount = {
  address: Uint8Array
  account: AccountOverride & { nonce: bigint }
}

/** The accounts of anvil's JSON, of any version: what else is in it is left alone. Errors: -32602 naming the first misfit. */
export function readDump(text: string): ReadAccount[] {
  const { accounts } = objectIn('dump', parsed(text))
  return Object.entries(objectIn('accounts', accounts)).map(([address, value]) => {
    const { nonce, balance, code = '0x', storage = {} } = objectIn(address, value)
    const slots = Object.entries(objectIn(`${address}.storage`, storage))
    return {
      address: bytesIn(address, address, 20),
      account: {
        nonce: numberIn(`${address}.nonce`, nonce),
        balance: numberIn(`${address}.balance`, balance),
        code: bytesIn(`${address}.code`, code),
        stateDiff: slots.map(([slot, word]): [Uint8Array, Uint8Array] => [
          wordIn(`${address}.storage`, slot),
          wordIn(`${address}.storage.${slot}`, word),
        ]),
      },
    }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw misfit('dump', 'JSON')
  }
}

function objectIn(name: string, value: unknown): { [key: string]: unknown } {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as { [key: string]: unknown }
  throw misfit(name, 'an object')
}

function numberIn(name: string, value: unknown): bigint {
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  if (isNumber || (typeof value === 'string' && /^(0x[0-9a-f]{1,64}|[0-9]{1,78})$/i.test(value))) return BigInt(value)
  throw misfit(name, 'a number')
}

function bytesIn(name: string, value: unknown, length?: number): Uint8Array {
  const isHex = typeof value === 'string' && /^0x([0-9a-f]{2})*$/i.test(value)
  const bytes = isHex ? Buffer.from(value.slice(2), 'hex') : undefined
  if (bytes === undefined || (length !== undefined && bytes.length !== length))
    throw misfit(name, length === undefined ? 'hex' : `${length} bytes of hex`)
  return Uint8Array.from(bytes)
}

function wordIn(name: string, value: unknown): Uint8Array {
  const word = numberIn(name, value)
  return pad32(Buffer.from(word.toString(16).padStart(64, '0'), 'hex'))
}

function misfit(name: string, expected: string): RpcError {
  return new RpcError(rpcCodes.invalidParams, `invalid argument 0 (dump): ${name} is not ${expected}`)
}
