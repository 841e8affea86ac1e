import type { Command } from 'commander'
import { stopSession } from '../../devnet/index.ts'
import { type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'

/** Ends a session. */
export default function down(program: Command): void {
  sessionOptions(program.command('down').alias('stop').description('stop a devnet')).action(
    async (flags: SessionChoice & { session: string }) => {
      const { pid, ms, forced } = await stopSession({ session: flags.session })
      if (flags.json) printJson({ session: flags.session, pid, ms, forced })
      else
        print(
          `session ${flags.session} (pid ${pid}) ${forced ? 'did not stop by itself and was killed' : 'stopped'} in ${ms} ms`,
        )
    },
  )
}
