import type { Hex } from 'viem'
import { fromHex } from '../hex.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Turns one JSON value into what a method works with, or throws a Mismatch. */
export type Parser<T> = (value: unknown) => T

/** What a parser throws: names what it wanted and what it got. */
export class Mismatch extends Error {
  constructor(expected: string, value: unknown) {
    super(`expected ${expected}, got ${shorten(value)}`)
  }
}

/**
 * Reads positional parameters. The keys of `spec` are the parameters' names in their order.
 * Errors: -32602 naming the parameter, its position, what it must be and what it was.
 */
export function readParameters<S extends Spec>(params: unknown[], spec: S): { [K in keyof S]: ReturnType<S[K]> } {
  const names = Object.keys(spec)
  if (params.length > names.length) {
    throw new RpcError(rpcCodes.invalidParams, `too many arguments, want at most ${names.length}`)
  }
  const values: Record<string, unknown> = {}
  names.forEach((name, i) => {
    const value = params[i] ?? undefined
    try {
      values[name] = spec[name]!(value)
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error
      throw new RpcError(
        rpcCodes.invalidParams,
        value === undefined
          ? `missing value for required argument ${i} (${name})`
          : `invalid argument ${i} (${name}): ${error.message}`,
      )
    }
  })
  return values as { [K in keyof S]: ReturnType<S[K]> }
}

/** May be left out or null. */
export function optional<T>(parser: Parser<T>): Parser<T | undefined>
export function optional<T>(parser: Parser<T>, fallback: T): Parser<T>
export function optional<T>(parser: Parser<T>, fallback?: T): Parser<T | undefined> {
  return (value) => (value === undefined || value === null ? fallback : parser(value))
}

export const hex: Parser<Hex> = (value) => {
  if (typeof value !== 'string' || value.length % 2 !== 0 || !/^0x[0-9a-fA-F]*$/.test(value)) {
    throw new Mismatch('0x-prefixed hex data of whole bytes', value)
  }
  return value.toLowerCase() as Hex
}

export const bytes: Parser<Uint8Array> = (value) => fromHex(hex(value))

export const hash: Parser<Hex> = (value) => {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(value))
    throw new Mismatch('a 32-byte 0x-prefixed hash', value)
  return value.toLowerCase() as Hex
}

export const address: Parser<Hex> = (value) => {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value)) {
    throw new Mismatch('a 20-byte 0x-prefixed address', value)
  }
  return value.toLowerCase() as Hex
}

export const quantity: Parser<bigint> = (value) => {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{1,64}$/.test(value))
    throw new Mismatch('a 0x-prefixed number', value)
  return BigInt(value)
}

/** Test methods (`evm_*`, `anvil_*`) are called with plain numbers as well as with quantities. */
export const looseQuantity: Parser<bigint> = (value) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return BigInt(value)
  if (typeof value === 'string' && /^\d{1,78}$/.test(value)) return BigInt(value)
  return quantity(value)
}

/** A storage slot: up to 32 bytes, with or without leading zeros. */
export const slot: Parser<Uint8Array> = (value) => {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]*$/.test(value))
    throw new Mismatch('a 0x-prefixed storage key', value)
  if (value.length > 66) throw new Mismatch('a storage key of at most 32 bytes', value)
  return fromHex(`0x${value.slice(2).padStart(64, '0')}`)
}

export const bool: Parser<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Mismatch('true or false', value)
  return value
}

export const text: Parser<string> = (value) => {
  if (typeof value !== 'string') throw new Mismatch('a string', value)
  return value
}

export const decimal: Parser<number> = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Mismatch('a number', value)
  return value
}

export function list<T>(parser: Parser<T>): Parser<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch('an array', value)
    return value.map((item, i) => within(`[${i}]`, () => parser(item)))
  }
}

type Spec = Record<string, Parser<unknown>>
type Optional<S extends Spec> = { [K in keyof S]: undefined extends ReturnType<S[K]> ? K : never }[keyof S]
type Members<S extends Spec> = { [K in Exclude<keyof S, Optional<S>>]: ReturnType<S[K]> } & {
  [K in Optional<S>]?: Exclude<ReturnType<S[K]>, undefined>
}

/**
 * An object with these members, each of which its parser may declare optional: then it is left out where it is missing.
 * Others are ignored, as geth does.
 */
export function object<S extends Spec>(spec: S): Parser<Members<S>> {
  const parsers = Object.entries(spec)
  return (value) => {
    const record = anyObject(value)
    const members: Record<string, unknown> = {}
    let at = ''
    try {
      for (const [name, parser] of parsers) {
        at = name
        const member = parser(record[name] ?? undefined)
        if (member !== undefined) members[name] = member
      }
    } catch (error) {
      throw inside(`.${at}`, error)
    }
    return members as Members<S>
  }
}

/** An object whose keys are data too (state overrides by address). */
export function recordOf<K, T>(key: Parser<K>, item: Parser<T>): Parser<[K, T][]> {
  return (value) =>
    Object.entries(anyObject(value)).map(([name, member]) => within(`[${name}]`, () => [key(name), item(member)]))
}

function anyObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mismatch('an object', value)
  return value as Record<string, unknown>
}

function within<T>(path: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw inside(path, error)
  }
}

function inside(path: string, error: unknown): unknown {
  if (error instanceof Mismatch) error.message = `${path}: ${error.message}`
  return error
}

function shorten(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 80 ? `${json.slice(0, 77)}…` : json
}
