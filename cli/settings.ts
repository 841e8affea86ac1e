import { type Command, Option } from 'commander'
import {
  type ConfigOption,
  configOptions,
  type DevnetConfig,
  environmentName,
  findConfigFile,
  loadConfigFile,
  loadPreset,
  presetNames,
  resolveConfig,
} from '../configs/index.ts'

const flagOf = ({ flag, argument }: ConfigOption, description = '') =>
  new Option(`${flag === 'rollups' ? '-n, ' : ''}--${flag} <${argument}>`, description)

/** What a setting is when nothing says otherwise, as its flag would be given. */
function defaultOf([first = '', second]: readonly string[], { rollups, ...rest }: DevnetConfig): string | undefined {
  const all: Record<string, unknown> = { ...rest, rollups: rollups.length, rollup: rollups[0] }
  const value = second === undefined ? all[first] : (all[first] as Record<string, unknown>)[second]
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** Adds a flag for every setting, `--config` and `--preset`. */
export function settingsOptions(command: Command): Command {
  const defaults = resolveConfig()
  for (const option of configOptions) {
    const { path, description, flag } = option
    const value = defaultOf(path, defaults)
    const remark = value === undefined ? '' : ` (default: ${value})`
    command.addOption(flagOf(option, `${description}${remark} [${environmentName(flag)}]`))
  }
  return command
    .option('--config <file>', 'configuration file (default: nativeroll.config.ts, .js or .json here)')
    .option('--preset <name>', `settings to start from: ${presetNames.join(', ')}`)
}

/** The configuration that a command line asks for: flags > environment > file > preset > defaults. Throws ConfigError. */
export async function settings(options: Record<string, unknown>, env = process.env): Promise<DevnetConfig> {
  const flags: Record<string, string | undefined> = {}
  for (const option of configOptions) {
    const text = options[flagOf(option).attributeName()]
    if (typeof text === 'string') flags[option.flag] = text
  }
  const path = (options.config as string | undefined) ?? findConfigFile(process.cwd())
  const presetName = (options.preset as string | undefined) ?? env.NATIVEROLL_PRESET
  return resolveConfig({
    flags,
    env,
    ...(path !== undefined && { file: { name: path, config: await loadConfigFile(path) } }),
    ...(presetName && { preset: { name: presetName, config: await loadPreset(presetName) } }),
  })
}
