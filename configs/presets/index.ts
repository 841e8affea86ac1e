import { ConfigError } from '../ConfigError.ts'
import type { UserConfig } from '../schema.ts'

const presets: Record<string, () => Promise<{ default: UserConfig }>> = {
  pair: () => import('./pair.ts'),
  minimal: () => import('./minimal.ts'),
  five: () => import('./five.ts'),
  'slow-settlement': () => import('./slowSettlement.ts'),
  'manual-settlement': () => import('./manualSettlement.ts'),
  'mainnet-pace': () => import('./mainnetPace.ts'),
  ci: () => import('./ci.ts'),
}

/** Names that `--preset` takes. The first is what runs without one. */
export const presetNames: readonly string[] = Object.keys(presets)

/** A preset's settings. Throws ConfigError for an unknown name. */
export async function loadPreset(name: string): Promise<UserConfig> {
  const load = presets[name]
  if (!load)
    throw new ConfigError([
      { path: 'preset', value: name, expected: `one of ${presetNames.join(', ')}`, source: '--preset' },
    ])
  return (await load()).default
}
