import { createInterface } from 'node:readline'
import { DevnetError, type DevnetErrorCode } from '../errors.ts'
import type { ChildReport } from '../roles/childMessages.ts'

/** What a part said on the first line of its stdout: that it is ready, and where. Errors: NOT_READY, and what it failed with. */
export async function readReport(
  name: string,
  stdout: NodeJS.ReadableStream,
): Promise<ChildReport & { event: 'ready' }> {
  const report = await new Promise<ChildReport>((resolve) => {
    createInterface({ input: stdout }).once('line', (line) => resolve(JSON.parse(line) as ChildReport))
  })
  if (report.event === 'ready') return report
  const { code, message, value, expected, hint } = report
  throw new DevnetError(
    (code ?? 'NOT_READY') as DevnetErrorCode,
    code === undefined ? `${name}: ${message}` : message,
    { value, expected, ...(hint !== undefined && { hint }) },
  )
}
