import type { z } from 'zod'
import { ConfigError, type ConfigIssue } from './ConfigError.ts'
import { configOptions, environmentName, parseOption } from './options.ts'
import { type DevnetConfig, type RollupConfig, type UserConfig, userConfigSchema } from './schema.ts'

/** Where settings come from, the strongest first. */
export type ConfigSources = {
  /** Flags by their dotted name: `{ 'l1.port': '8546' }`. */
  flags?: Readonly<Record<string, string | undefined>>
  /** The environment: `NATIVEROLL_L1_PORT=8546`. */
  env?: Readonly<Record<string, string | undefined>>
  /** The content of `nativeroll.config.ts`. `name` is for messages. */
  file?: { name: string; config: unknown }
  /** A preset's content. */
  preset?: { name: string; config: UserConfig }
}

/** Flags > environment > file > preset > defaults, checked, filled in and frozen. Throws ConfigError with every issue. */
export function resolveConfig({ flags = {}, env = {}, file, preset }: ConfigSources = {}): DevnetConfig {
  const origins = new Map<string, string>()
  let merged: unknown = {}
  if (preset) merged = overlay(merged, preset.config, `preset ${preset.name}`, origins)
  if (file) merged = overlay(merged, file.config, file.name, origins)
  for (const option of configOptions) {
    const variable = environmentName(option.flag)
    const [text, origin] =
      flags[option.flag] === undefined ? [env[variable], variable] : [flags[option.flag], `--${option.flag}`]
    if (text === undefined || text === '') continue
    const nested = option.path.reduceRight<unknown>((value, key) => ({ [key]: value }), parseOption(option.kind, text))
    merged = overlay(merged, nested, origin, origins)
  }

  const parsed = userConfigSchema.safeParse(merged)
  if (!parsed.success) throw new ConfigError(issuesOf(parsed.error, merged, origins))
  const { rollup, rollups, ...rest } = parsed.data
  const listed = typeof rollups === 'number' ? Array.from({ length: rollups }, () => ({})) : rollups
  const complete = listed.map(
    (own, place): RollupConfig => ({
      name: `r${place + 1}`,
      ...rollup,
      chainId: rollup.chainId + place,
      port: rollup.port === 0 ? 0 : rollup.port + place,
      ...own,
    }),
  )
  const config = { ...rest, rollups: complete }
  refuseDuplicates(config, origins)
  return deepFreeze(config)
}

function overlay(base: unknown, top: unknown, origin: string, origins: Map<string, string>, path = ''): unknown {
  if (!isRecord(base) || !isRecord(top)) {
    origins.set(path, origin)
    return top
  }
  const result: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(top)) {
    if (value === undefined) continue
    const below = path === '' ? key : `${path}.${key}`
    if (!isRecord(value)) origins.set(below, origin)
    result[key] = overlay(isRecord(value) && !(key in base) ? {} : base[key], value, origin, origins, below)
  }
  return result
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function issuesOf(error: z.ZodError, input: unknown, origins: Map<string, string>): ConfigIssue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => describe([...issue.path, key], 'no such field', input, origins))
    return [describe(issue.path, expectation(issue), input, origins)]
  })
}

function describe(path: PropertyKey[], expected: string, input: unknown, origins: Map<string, string>): ConfigIssue {
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], input)
  const names = path.map(String)
  let source: string | undefined
  for (let length = names.length; length >= 0 && source === undefined; length--)
    source = origins.get(names.slice(0, length).join('.'))
  // A whole subtree that one layer brought has its origin at the leaves.
  source ??= [...origins].find(([known]) => known.startsWith(`${names.join('.')}.`))?.[1]
  return { path: names.join('.'), value, expected, ...(source === undefined ? {} : { source }) }
}

/** Zod's issue in words that stand after "expected". */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`
    case 'invalid_format':
      return issue.format === 'regex' ? `text like ${issue.pattern}` : issue.format
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectation)))].join(', or ')
    case 'unrecognized_keys':
      return `no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`
    default:
      return issue.message
  }
}

function refuseDuplicates(config: DevnetConfig, origins: Map<string, string>): void {
  const issues: ConfigIssue[] = []
  const once = (key: string, path: string, value: unknown, seen: Map<unknown, string>) => {
    const other = seen.get(value)
    if (other !== undefined)
      issues.push(describe(path.split('.'), `another ${key}: ${other} has this one`, config, origins))
    else seen.set(value, path)
  }
  const ports = new Map<unknown, string>()
  const ids = new Map<unknown, string>([[config.l1.chainId, 'l1.chainId']])
  const names = new Map<unknown, string>([['l1', 'the L1']])
  if (config.l1.port !== 0) once('port', 'l1.port', config.l1.port, ports)
  if (config.control.port !== 0) once('port', 'control.port', config.control.port, ports)
  config.rollups.forEach((rollup, place) => {
    once('name', `rollups.${place}.name`, rollup.name, names)
    once('chain id', `rollups.${place}.chainId`, rollup.chainId, ids)
    if (rollup.port !== 0) once('port', `rollups.${place}.port`, rollup.port, ports)
    if (rollup.port > 65_535)
      issues.push(describe(['rollups', String(place), 'port'], 'at most 65535', config, origins))
  })
  if (issues.length > 0) throw new ConfigError(issues)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
