import type { Command } from 'commander'

type CommandModule = { default: (program: Command) => void }

/** Every command and where it is, in the order of `--help`. Loaded when called, so that none pays for another. */
export const commands = {
  up: () => import('./up.ts'),
  validate: () => import('./validate.ts'),
} satisfies Record<string, () => Promise<CommandModule>>

export const commandNames = Object.keys(commands) as (keyof typeof commands)[]
