import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'
import { parseHex, parseWhole } from '../parse.ts'
import { UsageError } from '../UsageError.ts'

/** What EXECUTE would answer, without any chain. */
export default function execute(program: Command): void {
  program
    .command('execute')
    .description('what EXECUTE answers to an input, and why')
    .argument('<input>', 'file with the bytes (binary or hex text), or 0x… hex')
    .option('--gas <gas>', 'gas that the call holds (default: what a transaction can)')
    .option('--schedule <name>', 'reserve, gas_limit or gas_used', 'reserve')
    .option('--json', 'print the result as JSON')
    .action(async (source: string, flags: { gas?: string; schedule: string; json?: boolean }) => {
      const gas = flags.schedule
      if (gas !== 'reserve' && gas !== 'gas_limit' && gas !== 'gas_used')
        throw new UsageError(`there is no gas schedule ${JSON.stringify(gas)}`, {
          value: gas,
          expected: 'reserve, gas_limit or gas_used',
        })
      const input = readInput(source)
      const { explainExecute } = await import('../../execute/index.ts')
      const explanation = await explainExecute(input, {
        schedule: isAmsterdam(input) ? { osaka: 0, amsterdam: 0 } : { osaka: 0 },
        gas,
        ...(flags.gas !== undefined && { gasLimit: BigInt(parseWhole(flags.gas)) }),
      })
      const { newPayloadRequestRoot, successfulValidation, chainId, schemaId } = explanation.result
      const answer = {
        successfulValidation,
        newPayloadRequestRoot: `0x${Buffer.from(newPayloadRequestRoot).toString('hex')}`,
        chainId: Number(chainId),
        schemaId: `0x${schemaId.toString(16).padStart(4, '0')}`,
        gas: Number(explanation.gas),
        ms: Math.round(explanation.ms),
        rule: explanation.rule,
        message: explanation.message,
      }
      if (flags.json) printJson(answer)
      else {
        const { dim } = paint(process.stdout)
        const rows = Object.entries(answer).filter(([, value]) => value !== undefined)
        print(table(rows.map(([name, value]) => [dim(name), String(value)])))
      }
      if (!successfulValidation) process.exitCode = 1
    })
}

/** The schema id, without the top bit that names blobs: 0x1501. The input is taken to be from when its fork was L1's. */
function isAmsterdam([first = 0]: Uint8Array): boolean {
  return (first & 0x7f) === 0x15
}

function readInput(source: string): Uint8Array {
  if (source.startsWith('0x')) return Buffer.from(parseHex(source, 'input').slice(2), 'hex')
  if (!existsSync(source))
    throw new UsageError(`there is no file ${source}`, { value: source, expected: 'a file, or 0x… hex' })
  const bytes = readFileSync(source)
  const text = bytes.subarray(0, 2).toString('latin1') === '0x' ? bytes.toString('latin1').trim() : undefined
  return text === undefined ? bytes : Buffer.from(parseHex(text, 'input').slice(2), 'hex')
}
