import { paint } from './paint.ts'

/** What errors of this product carry beside their message. */
export type Failure = {
  message: string
  code?: string
  value?: unknown
  expected?: string
  hint?: string
  details?: string
}

const exitCodes: Record<string, number> = {
  ACCOUNT_UNKNOWN: 2,
  ARGUMENT_INVALID: 2,
  CHAIN_UNKNOWN: 2,
  CONFIG_INVALID: 2,
  CONFIG_NOT_FOUND: 2,
  CONFIG_UNREADABLE: 2,
  MESSAGE_UNKNOWN: 2,
  PARAMETER_INVALID: 2,
  SESSION_NAME_INVALID: 2,
  STATE_DIR_MISMATCH: 2,
  ADDRESS_UNAVAILABLE: 3,
  NO_ENGINE: 3,
  NO_IMAGE: 3,
  PORT_TAKEN: 3,
  SESSION_RUNNING: 3,
  STATE_DIR_IN_USE: 3,
  STATE_DIR_UNWRITABLE: 3,
  NOT_READY: 4,
  TIMEOUT: 4,
  CHAIN_DIED: 5,
}

/**
 * Writes what went wrong to stderr, as text or as one JSON object, and returns the exit code: 1 failure, 2 usage or
 * configuration, 3 port or resource taken, 4 not ready in time, 5 a chain died.
 */
export function reportFailure(error: unknown, { json }: { json: boolean }): number {
  const failure = describeFailure(error)
  const exitCode = exitCodes[failure.code ?? ''] ?? 1
  process.stderr.write(json ? `${asJson(failure, exitCode)}\n` : asText(failure))
  return exitCode
}

export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, code, value, expected, hint, details, shortMessage } = error as Error &
    Partial<Failure & { shortMessage: string }>
  return {
    message: shortMessage ?? (message || error.name),
    ...(typeof code === 'string' && { code }),
    ...(value !== undefined && { value }),
    ...(expected !== undefined && { expected }),
    ...(hint !== undefined && { hint }),
    ...(shortMessage !== undefined && details !== undefined && { details }),
  }
}

function asJson(failure: Failure, exitCode: number): string {
  return JSON.stringify({ error: { ...failure, exitCode } }, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}

function asText({ message, code, expected, hint, details }: Failure): string {
  const { red, dim } = paint(process.stderr)
  const lines = [`${red('error')} ${message}${code ? dim(` [${code}]`) : ''}`]
  if (details) lines.push(`  details   ${details}`)
  if (expected && !message.includes(expected)) lines.push(`  expected  ${expected}`)
  if (hint) lines.push(`  try       ${hint}`)
  return `${lines.join('\n')}\n`
}
