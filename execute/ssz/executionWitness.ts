import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import { decode, encode } from './Codec.ts'
import { executionWitnessCodec } from './schemas.ts'

/** SSZ(ExecutionWitness), as it lies in blobs. @throws MalformedInput for a node or header above 2^10 bytes, a code above 2^16, more than 256 headers. */
export function encodeExecutionWitness(witness: ExecutionWitness): Uint8Array {
  return encode(executionWitnessCodec, witness)
}

/** @throws MalformedInput */
export function decodeExecutionWitness(bytes: Uint8Array): ExecutionWitness {
  return decode(executionWitnessCodec, bytes, 'witness')
}
