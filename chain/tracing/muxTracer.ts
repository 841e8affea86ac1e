import type { Tracer } from '../../execute/index.ts'
import { recordOf, text } from '../rpc/parameters.ts'
import type { TracerKind } from './TraceRecorder.ts'

/** Several tracers at once: `tracerConfig` has the config of each by its name, and so has the answer its result. */
export function createMuxTracer(kindOf: (name: string) => TracerKind): TracerKind {
  return (value) => {
    const makers = recordOf(
      text,
      (config) => config,
    )(value).map(([name, config]) => [name, kindOf(name)(config ?? {})] as const)
    return (subject) => {
      const recorders = makers.map(([name, create]) => [name, create(subject)] as const)
      const all = recorders.map(([, { hooks }]) => hooks)
      return {
        hooks: hooksOf(all),
        result: (outcome) => Object.fromEntries(recorders.map(([name, { result }]) => [name, result(outcome)])),
      }
    }
  }
}

/** Those alone that somebody asked for: a state before or after the transaction is made for whoever does. */
function hooksOf(all: Tracer[]): Tracer {
  const hooks: Tracer = {}
  for (const name of ['begin', 'end', 'step', 'cost', 'enter', 'exit', 'log', 'access'] as const) {
    const asked = all.flatMap(({ [name]: hook }) =>
      hook === undefined ? [] : [hook as (...told: unknown[]) => unknown],
    )
    if (asked.length > 0)
      Object.assign(hooks, { [name]: (...told: unknown[]) => asked.forEach((hook) => void hook(...told)) })
  }
  return hooks
}
