import { Command, CommanderError } from 'commander'
import { commandNames, commands } from './commands/index.ts'
import { reportFailure } from './output/failure.ts'
import { version } from './version.ts'

/** Runs one command line. Sets the exit code: 0, or what `reportFailure` says about the error. */
export async function run(args: string[]): Promise<void> {
  // `nativeroll logs | head` closes the pipe when it has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const program = new Command('nativeroll')
    .description(
      'An Ethereum L1 with EXECUTE, rollups that it verifies by running their blocks, and messages between them.',
    )
    .version(version(), '-V, --version')
    .showSuggestionAfterError()
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nStart here:\n  nativeroll up                 an L1 and two rollups, until Ctrl-C\n  nativeroll deposit r1 1       one ether from L1 to r1, each hop with its time\n  nativeroll test               a deposit, a message and a withdrawal, timed',
    )
  const named = args.find((argument) => !argument.startsWith('-'))
  // Only the command that was asked for is loaded; help and a misspelt name need all of them.
  const wanted = named !== undefined && named in commands ? [named as keyof typeof commands] : commandNames
  for (const name of wanted) {
    const { default: declare } = await commands[name]()
    declare(program)
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else process.exitCode = reportFailure(error, { json: args.includes('--json') })
  }
}
