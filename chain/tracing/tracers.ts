import { Mismatch, object, optional, type Parser, text } from '../rpc/parameters.ts'
import { callTracer } from './callTracer.ts'
import { duration } from './duration.ts'
import { flatCallTracer } from './flatCallTracer.ts'
import { fourByteTracer } from './fourByteTracer.ts'
import { createMuxTracer } from './muxTracer.ts'
import { prestateTracer } from './prestateTracer.ts'
import { structLogger } from './structLogger.ts'
import type { CreateRecorder, TracerKind } from './TraceRecorder.ts'

const noopTracer: TracerKind = () => () => ({ hooks: {}, result: () => ({}) })

const kinds: Record<string, TracerKind> = {
  callTracer,
  flatCallTracer,
  prestateTracer,
  '4byteTracer': fourByteTracer,
  noopTracer,
  muxTracer: createMuxTracer(kindOf),
}

function kindOf(name: string): TracerKind {
  if (Object.hasOwn(kinds, name)) return kinds[name]!
  const available = Object.keys(kinds).join(', ')
  // go-ethereum takes the source of a tracer in JavaScript as well. No sandbox of Node's holds what a request brings.
  if (name.includes('{')) throw new Mismatch(`.tracer: one of ${available}; tracers in JavaScript are not run`, name)
  throw new Mismatch(`.tracer: one of ${available}`, name)
}

const fields = object({
  tracer: optional(text, ''),
  tracerConfig: optional((value) => value, {}),
  timeout: optional(duration),
})

export type TraceRequest = {
  create: CreateRecorder
  /** Milliseconds. @default the node's own limit */
  timeout?: number
}

/**
 * The second parameter of `debug_traceTransaction`: a tracer by name with its `tracerConfig`, or without a name the
 * struct logger, whose options stand beside.
 */
export const tracerConfig: Parser<TraceRequest> = (value) => {
  const { tracer, tracerConfig, timeout } = fields(value)
  const create = tracer === '' ? structLogger(value) : kindOf(tracer)(tracerConfig)
  return { create, ...(timeout !== undefined && { timeout }) }
}

export const defaultTracer: TraceRequest = { create: structLogger({}) }
