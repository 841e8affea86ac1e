import type { Command } from 'commander'
import { print } from '../output/print.ts'
import { UsageError } from '../UsageError.ts'
import { commandNames, commands } from './index.ts'

/** A script for the shell: `source <(nativeroll completion bash)`. */
export default function completion(program: Command): void {
  program
    .command('completion')
    .description('completion for a shell: source <(nativeroll completion bash)')
    .argument('[shell]', 'bash, zsh or fish', 'bash')
    .action(async (shell: string) => {
      for (const name of commandNames) {
        if (name === 'completion') continue
        const { default: declare } = await commands[name]()
        declare(program)
      }
      const flags = new Map(
        program.commands.map((command) => [
          command.name(),
          [...command.commands.map((child) => child.name()), ...command.options.map(({ long }) => long ?? '')].join(
            ' ',
          ),
        ]),
      )
      const script = { bash, zsh, fish }[shell]
      if (!script)
        throw new UsageError(`there is no completion for ${shell}`, { value: shell, expected: 'bash, zsh or fish' })
      print(script(flags))
    })
}

type Flags = Map<string, string>

const bash = (flags: Flags) => `_nativeroll() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${[...flags.keys()].join(' ')}" -- "$current")); return; fi
  case "\${COMP_WORDS[1]}" in
${[...flags].map(([name, options]) => `    ${name}) COMPREPLY=($(compgen -W "${options}" -- "$current"));;`).join('\n')}
  esac
}
complete -o default -F _nativeroll nativeroll`

const zsh = (flags: Flags) => `autoload -U +X bashcompinit && bashcompinit\n${bash(flags)}`

const fish = (flags: Flags) =>
  [...flags]
    .flatMap(([name, options]) => [
      `complete -c nativeroll -n __fish_use_subcommand -f -a ${name}`,
      ...options
        .split(' ')
        .filter((option) => option !== '')
        .map((option) => (option.startsWith('--') ? `-l ${option.slice(2)}` : `-f -a ${option}`))
        .map((word) => `complete -c nativeroll -n '__fish_seen_subcommand_from ${name}' ${word}`),
    ])
    .join('\n')
