import { UsageError } from './UsageError.ts'

/** A whole number of at least `minimum`. Errors: ARGUMENT_INVALID. */
export function parseWhole(text: string, minimum = 0): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < minimum)
    throw new UsageError(`${JSON.stringify(text)} is no count`, {
      value: text,
      expected: `a whole number, at least ${minimum}`,
    })
  return number
}

const units: Record<string, number> = { ms: 0.001, '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** `90`, `90s`, `5m`, `1h`, `2d`, `+1h` -> seconds. Errors: ARGUMENT_INVALID. */
export function parseDuration(text: string): number {
  const [, number, unit = ''] = /^\+?(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text) ?? []
  if (number === undefined)
    throw new UsageError(`${JSON.stringify(text)} is no duration`, {
      value: text,
      expected: 'a duration such as 30s, 5m, 1h or 2d',
    })
  return Number(number) * (units[unit] ?? 1)
}

/** 0x… bytes of that length, or of any. Errors: ARGUMENT_INVALID. */
export function parseHex(text: string, what: string, bytes?: number): `0x${string}` {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(text) || (bytes !== undefined && text.length !== 2 + 2 * bytes))
    throw new UsageError(`${JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text)} is no ${what}`, {
      value: text,
      expected: bytes === undefined ? '0x and an even number of hex digits' : `0x and ${2 * bytes} hex digits`,
    })
  return text as `0x${string}`
}

/** An account as the control server takes it: index of a development account, address or private key. */
export function parseAccount(text: string): number | `0x${string}` {
  if (/^\d$/.test(text)) return Number(text)
  if (/^0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$/.test(text)) return text as `0x${string}`
  throw new UsageError(`${JSON.stringify(text)} is no account`, {
    value: text,
    expected: 'the index (0 to 9) or address of a development account, or a private key',
  })
}
