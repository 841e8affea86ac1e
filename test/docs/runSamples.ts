/**
 * Runs the samples of a page one after the other, as one program, and gives what each `console.log` printed beside the
 * comment behind it. Samples are TypeScript with no more of it than `as const` and `!`.
 *
 * @param load what an import gives, by name
 */
export async function runSamples(
  markdown: string,
  load: (name: string) => Promise<object>,
): Promise<{ printed: string[]; promised: string[] }> {
  const code = [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, sample]) => sample).join('\n')
  const script = code.replaceAll(' as const', '').replaceAll('!.', '.')
  const program = script.replace(/^import (\{.*?\}) from '(.*?)'$/gms, "const $1 = await load('$2')")
  const printed: string[] = []
  const show = (value: unknown) => (typeof value === 'bigint' ? `${value}n` : String(value))
  const console = { log: (...values: unknown[]) => printed.push(values.map(show).join(' ')) }
  const AsyncFunction = (async () => {}).constructor as new (
    ...text: string[]
  ) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction('load', 'console', program)(load, console)
  return { printed, promised: [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment = '']) => comment) }
}
