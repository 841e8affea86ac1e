import type { Command } from 'commander'

type CommandModule = { default: (program: Command) => void }

/** Every command and where it is, in the order of `--help`. Loaded when called, so that none pays for another. */
export const commands = {
  up: () => import('./up.ts'),
  down: () => import('./down.ts'),
  status: () => import('./status.ts'),
  ls: () => import('./ls.ts'),
  logs: () => import('./logs.ts'),
  url: () => import('./url.ts'),
  accounts: () => import('./accounts.ts'),
  deposit: () => import('./deposit.ts'),
  withdraw: () => import('./withdraw.ts'),
  send: () => import('./send.ts'),
  message: () => import('./message.ts'),
  test: () => import('./test.ts'),
  advance: () => import('./advance.ts'),
  mine: () => import('./mine.ts'),
  warp: () => import('./warp.ts'),
  verify: () => import('./verify.ts'),
  wait: () => import('./wait.ts'),
  env: () => import('./env.ts'),
  validate: () => import('./validate.ts'),
  doctor: () => import('./doctor.ts'),
  completion: () => import('./completion.ts'),
  execute: () => import('./execute.ts'),
  l1: () => import('./l1.ts'),
  rollup: () => import('./rollup.ts'),
  relayer: () => import('./relayer.ts'),
} satisfies Record<string, () => Promise<CommandModule>>

export const commandNames = Object.keys(commands) as (keyof typeof commands)[]
