import type { Command } from 'commander'
import type { Explanation } from '../../execute/index.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'
import { parseWhole } from '../parse.ts'
import { readInput } from '../readInput.ts'
import { UsageError } from '../UsageError.ts'

type ExecuteFlags = { gas?: string; schedule: string; json?: boolean }

/** What EXECUTE would answer, without any chain. */
export default function execute(program: Command): void {
  program
    .command('execute')
    .description('run EXECUTE on an input, without any chain: the result, its gas and time, or the rule that it breaks')
    .argument('<input>', 'file with the bytes (binary, or hex text), 0x… hex, or - for stdin')
    .option('--gas <gas>', 'gas that the call holds (default: what a transaction can)')
    .option('--schedule <name>', 'reserve, gas_limit or gas_used', 'reserve')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExit code: 0 if the block is valid, 1 if it is refused.')
    .action(async (source: string, flags: ExecuteFlags) => {
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
      if (flags.json) printJson(asJson(explanation))
      else print(asText(explanation))
      if (!explanation.result.successfulValidation) process.exitCode = 1
    })
}

function asJson({ result, gas, ms, rule, message, value, expected }: Explanation) {
  const { newPayloadRequestRoot, successfulValidation, chainId, schemaId } = result
  return {
    successfulValidation,
    newPayloadRequestRoot: `0x${Buffer.from(newPayloadRequestRoot).toString('hex')}`,
    chainId: Number(chainId),
    schemaId: `0x${schemaId.toString(16).padStart(4, '0')}`,
    gas: Number(gas),
    ms: Math.round(ms),
    rule,
    message,
    value,
    expected,
  }
}

function asText(explanation: Explanation): string {
  const { dim, green, red } = paint(process.stdout)
  const { successfulValidation, rule, message, gas, ms, ...rest } = asJson(explanation)
  const { value, expected, schemaId, chainId, newPayloadRequestRoot } = rest
  // Bytes that could not be read have no root, chain and schema.
  const isRead = explanation.result.schemaId !== 0
  const rows = [
    ['result', successfulValidation ? green('valid') : `${red('refused')}  ${rule}`],
    ...(message === undefined ? [] : [['reason', message]]),
    ...(isCompared(explanation)
      ? [
          ['found', String(value)],
          ['expected', String(expected)],
        ]
      : []),
    ['gas', `${gas}${successfulValidation ? '' : '  all that the call held'}`],
    ['time', `${ms} ms`],
    ...(isRead
      ? [
          ['chain', String(chainId)],
          ['schema', schemaId],
          ['root', newPayloadRequestRoot],
        ]
      : []),
  ]
  return table(rows.map(([name = '', value = '']) => [dim(name), value]))
}

/** Whether a rule that compares two values was broken, and its message does not say them already. */
function isCompared({ message = '', value, expected }: Explanation): boolean {
  const isShort = (one: unknown) => ['string', 'number', 'bigint'].includes(typeof one) && String(one).length <= 66
  return isShort(value) && isShort(expected) && !message.includes(String(expected))
}

/** The schema id, without the top bit that names blobs: 0x1501. The input is taken to be from when its fork was L1's. */
function isAmsterdam([first = 0]: Uint8Array): boolean {
  return (first & 0x7f) === 0x15
}
