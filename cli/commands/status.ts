import type { Command } from 'commander'
import type { DevnetStatus, Json } from '../../devnet/index.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { statusTable } from '../output/statusTable.ts'

/** Where each chain stands. */
export default function status(program: Command): void {
  sessionOptions(program.command('status').description('heads, settlement lag and pending messages')).action(
    async (flags: SessionChoice) => {
      const { session, call } = control(flags)
      const found = await call<Json<DevnetStatus>>('nativeroll_status')
      if (flags.json) return printJson({ ...found, session: session.session, pid: session.pid })
      print(statusTable(found, paint(process.stdout)))
    },
  )
}
