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
  const [begins, ends] = [all.filter(({ begin }) => begin), all.filter(({ end }) => end)]
  return {
    ...(begins.length > 0 && { begin: (state) => begins.forEach(({ begin }) => void begin?.(state)) }),
    ...(ends.length > 0 && { end: (state) => ends.forEach(({ end }) => void end?.(state)) }),
    step: (step) => all.forEach((hooks) => void hooks.step?.(step)),
    enter: (frame) => all.forEach((hooks) => void hooks.enter?.(frame)),
    exit: (result) => all.forEach((hooks) => void hooks.exit?.(result)),
  }
}
