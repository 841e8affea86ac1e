import type { Command } from 'commander'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'

/** What a shell needs: `eval "$(nativeroll env)"`. */
export default function env(program: Command): void {
  sessionOptions(
    program.command('env').description('URLs and a key as shell variables: eval "$(nativeroll env)"'),
  ).action((flags: SessionChoice) => {
    const { session } = control(flags)
    const variables: Record<string, string> = {}
    for (const [name, { id, http, ws }] of Object.entries(session.chains)) {
      const prefix = name.toUpperCase().replaceAll('-', '_')
      variables[`${prefix}_RPC`] = http
      variables[`${prefix}_WS`] = ws
      variables[`${prefix}_CHAIN_ID`] = String(id)
    }
    if (session.control) variables.NATIVEROLL_CONTROL = session.control
    const [first] = session.accounts
    if (first) Object.assign(variables, { ETH_FROM: first.address, PRIVATE_KEY: first.privateKey })
    if (flags.json) return printJson(variables)
    for (const [name, value] of Object.entries(variables)) print(`export ${name}=${value}`)
  })
}
