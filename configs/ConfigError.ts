/** One thing wrong with the configuration. */
export type ConfigIssue = {
  /** Where in the configuration, dotted: `l1.port`, `rollups.0.name`. */
  path: string
  /** What was found there. */
  value: unknown
  /** What may stand there. */
  expected: string
  /** What set it: `--l1.port`, `NATIVEROLL_L1_PORT`, a file's name or a preset's. */
  source?: string
}

/** The configuration cannot be used. Holds every issue, the first one in `value` and `expected` too. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly code: string
  readonly issues: readonly ConfigIssue[]
  readonly value: unknown
  readonly expected: string | undefined
  readonly hint: string

  constructor(
    issues: readonly ConfigIssue[],
    options: { code?: string; message?: string; hint?: string; cause?: unknown } = {},
  ) {
    super(options.message ?? issues.map(describeIssue).join('\n'), { cause: options.cause })
    this.code = options.code ?? 'CONFIG_INVALID'
    this.issues = issues
    this.value = issues[0]?.value
    this.expected = issues[0]?.expected
    this.hint = options.hint ?? 'nativeroll validate checks it again; the types of defineConfig document every field'
  }
}

function describeIssue({ path, value, expected, source }: ConfigIssue): string {
  const where = path === '' ? 'the configuration' : path
  return `${where}${source ? ` (from ${source})` : ''} is ${show(value)}, expected ${expected}`
}

function show(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'bigint') return `${value}n`
  return JSON.stringify(value) ?? String(value)
}
