import { type Address, type Hex, isAddress } from 'viem'
import { z } from 'zod'
import { RpcError, rpcCodes } from '../../chain/index.ts'

const hex = z.custom<Hex>((value) => typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value), '0x… bytes')
const hash = z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value), 'a 32-byte hash')
const address = z.custom<Address>((value) => typeof value === 'string' && isAddress(value), 'an address')
const quantity = z
  .custom<string | number>(
    (value) =>
      (typeof value === 'string' && /^(0x[0-9a-fA-F]+|[0-9]+)$/.test(value)) ||
      (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0),
    'a quantity: 0x… hex or decimal digits',
  )
  .transform(BigInt)
const account = z.union([address, hash, z.int().min(0).max(9)])
const count = z.int().min(1).max(10_000)

const transfer = {
  account: account.optional(),
  recipient: address.optional(),
  wait: z.boolean().optional(),
  /** ms */
  timeout: z.int().positive().optional(),
}

/** Positional parameters of each `nativeroll_*` method. */
export const parameters = {
  nothing: z.tuple([]),
  transfer: z.tuple([z.strictObject({ rollup: z.string(), value: quantity, ...transfer })]),
  send: z.tuple([
    z.strictObject({
      source: z.string(),
      destination: z.string(),
      value: quantity.optional(),
      data: hex.optional(),
      rawCall: z.boolean().optional(),
      gasLimit: quantity.optional(),
      deliverAfter: quantity.optional(),
      ...transfer,
    }),
  ]),
  message: z.tuple([hash]),
  handled: z.tuple([z.strictObject({ id: hash, account: account.optional() })]),
  advance: z.tuple([z.strictObject({ rollup: z.string(), blocks: count.optional() })]),
  advanceRollup: z.union([z.tuple([]), z.tuple([z.strictObject({ blocks: count.optional() })])]),
  mine: z.union([z.tuple([]), z.tuple([z.strictObject({ chain: z.string().optional(), blocks: count.optional() })])]),
  warp: z.tuple([z.number().int().positive()]),
}

/** Checks the parameters of a call. Errors: RpcError -32602, which names the field, what was found and what may stand there. */
export function parse<output>(schema: z.ZodType<output>, params: unknown[]): output {
  const result = schema.safeParse(params)
  if (result.success) return result.data
  const issues = result.error.issues.map(
    ({ path, message }) => `params${path.map((key) => `[${JSON.stringify(key)}]`).join('')}: ${message}`,
  )
  throw new RpcError(rpcCodes.invalidParams, `invalid params: ${issues.join('; ')}`)
}
