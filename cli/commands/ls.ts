import type { Command } from 'commander'
import { listSessions } from '../../devnet/index.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'

/** Sessions started in this folder. */
export default function ls(program: Command): void {
  program
    .command('ls')
    .description('sessions of this folder')
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: boolean }) => {
      const sessions = listSessions().map(({ session, state, pid, file }) => ({
        session,
        state,
        pid,
        control: file?.control,
        chains: Object.keys(file?.chains ?? {}),
      }))
      if (json) printJson(sessions)
      else if (sessions.length === 0) print('no sessions here; nativeroll up starts one')
      else
        print(
          table(
            sessions.map(({ session, state, pid, control, chains }) => [
              session,
              state,
              `pid ${pid}`,
              control ?? '',
              chains.join(' '),
            ]),
          ),
        )
    })
}
