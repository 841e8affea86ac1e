import { Command, CommanderError } from 'commander'
import { commandNames, commands } from './commands/index.ts'
import { reportFailure } from './output/failure.ts'
import { UsageError } from './UsageError.ts'
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
    // Wrong usage is reported as every other failure, below.
    .configureOutput({ outputError: () => {} })
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
    // Help and the version are no failures; the help of a command that needs another one behind it has been printed.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
      process.exitCode = error.exitCode === 0 ? 0 : 2
    else
      process.exitCode = reportFailure(error instanceof CommanderError ? wrongUsage(error, wanted) : error, {
        json: args.includes('--json'),
      })
  }
}

function wrongUsage({ message }: CommanderError, wanted: readonly string[]): UsageError {
  const [what = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const help = `nativeroll ${wanted.length === 1 ? `${wanted[0]} ` : ''}--help`
  return new UsageError(what, { hint: suggestion ? suggestion.replace(/[()]/g, '') : `${help} lists what there is` })
}
