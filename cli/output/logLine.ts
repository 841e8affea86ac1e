import type { Paint } from './paint.ts'

const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
const hidden = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'v', 'chain', 'name', 't'])

/** One JSON log record as a line for people; what is no record stays as it is. */
export function logLine(line: string, { dim, red, yellow, cyan }: Paint): string {
  const record = parse(line)
  if (record === undefined) return line
  const level = typeof record.level === 'number' ? (levels[record.level] ?? 'info') : String(record.level ?? 'info')
  const colour = level === 'error' || level === 'fatal' ? red : level === 'warn' ? yellow : dim
  const time = new Date((record.time ?? record.t ?? 0) as string | number)
  const clock = Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(11, 23)
  const fields = Object.entries(record)
    .filter(([key, value]) => !hidden.has(key) && value !== undefined)
    .map(([key, value]) => dim(`${key}=`) + (typeof value === 'object' ? JSON.stringify(value) : String(value)))
  const chain = record.chain ?? record.name
  return [
    dim(clock),
    colour(level.padEnd(5)),
    ...(chain === undefined ? [] : [cyan(String(chain).padEnd(3))]),
    String(record.msg ?? ''),
    ...fields,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}
