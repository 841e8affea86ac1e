/** What the user typed cannot be meant. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  readonly code = 'ARGUMENT_INVALID'
  readonly value: unknown
  readonly expected: string | undefined
  readonly hint: string | undefined

  constructor(message: string, { value, expected, hint }: { value?: unknown; expected?: string; hint?: string }) {
    super(message)
    this.value = value
    this.expected = expected
    this.hint = hint
  }
}
