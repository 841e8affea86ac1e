import { Mismatch, type Parser, text } from '../rpc/parameters.ts'

const milliseconds: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }
const form = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/

/** Go's duration, such as `1m30s`, as go-ethereum's `timeout` is written; in milliseconds. */
export const duration: Parser<number> = (value) => {
  const written = text(value)
  if (!form.test(written)) throw new Mismatch('a duration such as "5s" or "300ms"', value)
  const parts = written.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)
  return [...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * milliseconds[unit!]!, 0)
}
