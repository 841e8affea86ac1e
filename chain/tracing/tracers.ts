import { Mismatch, object, optional, type Parser, text } from '../rpc/parameters.ts'
import { callTracer } from './callTracer.ts'
import { fourByteTracer } from './fourByteTracer.ts'
import { prestateTracer } from './prestateTracer.ts'
import { structLogger } from './structLogger.ts'
import type { CreateRecorder, TracerKind } from './TraceRecorder.ts'

const noopTracer: TracerKind = () => () => ({ hooks: {}, result: () => ({}) })

const kinds: Record<string, TracerKind> = {
  callTracer,
  prestateTracer,
  '4byteTracer': fourByteTracer,
  noopTracer,
}

const fields = object({ tracer: optional(text, ''), tracerConfig: optional((value) => value, {}) })

/**
 * The second parameter of `debug_traceTransaction`: a tracer by name with its `tracerConfig`, or without a name the
 * struct logger, whose options stand beside.
 */
export const tracerConfig: Parser<CreateRecorder> = (value) => {
  const { tracer, tracerConfig } = fields(value)
  if (tracer === '') return structLogger(value)
  const kind = Object.hasOwn(kinds, tracer) ? kinds[tracer] : undefined
  if (kind === undefined) throw new Mismatch(`.tracer: one of ${Object.keys(kinds).join(', ')}`, tracer)
  return kind(tracerConfig)
}

export const defaultTracer: CreateRecorder = structLogger({})
