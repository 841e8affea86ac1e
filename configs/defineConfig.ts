import type { UserConfig } from './schema.ts'

/** Returns its argument: gives `nativeroll.config.ts` completion and type checks in one statement. */
export function defineConfig(config: UserConfig): UserConfig {
  return config
}
