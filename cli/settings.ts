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

const flagOf = ({ flag, argument, description }: ConfigOption) => {
  const short = flag === 'rollups' ? '-n, ' : ''
  return new Option(`${short}--${flag} <${argument}>`, `${description} [${environmentName(flag)}]`)
}

/** Adds a flag for every setting, `--config` and `--preset`. */
export function settingsOptions(command: Command): Command {
  for (const option of configOptions) command.addOption(flagOf(option))
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
