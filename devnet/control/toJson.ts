import { numberToHex } from 'viem'

/** What `toJson` makes of a type: `bigint` becomes `0x…`, as in every Ethereum RPC. */
export type Json<value> = value extends bigint
  ? `0x${string}`
  : value extends (...args: never[]) => unknown
    ? never
    : value extends object
      ? { [key in keyof value]: Json<value[key]> }
      : value

/** A copy that JSON can carry. */
export function toJson<const value>(value: value): Json<value> {
  return convert(value) as Json<value>
}

function convert(value: unknown): unknown {
  if (typeof value === 'bigint') return numberToHex(value)
  if (Array.isArray(value)) return value.map(convert)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined || typeof inner === 'function' ? [] : [[key, convert(inner)]],
    ),
  )
}
