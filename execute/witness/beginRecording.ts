import { MissingData } from '../errors.ts'
import { encodeHeader, hashHeader } from '../rlp/header.ts'
import { type Packed, unpack } from '../trie/packed.ts'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import type { Header } from '../types/Header.ts'
import { createWitnessRecorder, type WitnessRecorder } from './createWitnessRecorder.ts'

export type Recording = {
  /** Undefined if nothing is to be recorded. */
  recorder: WitnessRecorder | undefined
  /** Serves the parent's hash itself, and notes how far back BLOCKHASH looked. */
  getBlockHash(number: bigint): Uint8Array | undefined
  /** As far as it is known yet. */
  witness(): ExecutionWitness
  /** Bytes of the witness so far. */
  size(): number
}

export type RecordingOptions = {
  parent: Header
  recordWitness?: boolean
  getBlockHash(number: bigint): Uint8Array | undefined
  getHeader?(number: bigint): Header | undefined
}

/** Watches one block's execution to make its witness. */
export function beginRecording({ parent, recordWitness, getBlockHash, getHeader }: RecordingOptions): Recording {
  const recorder = recordWitness === true ? createWitnessRecorder() : undefined
  const parentHash = hashHeader(parent)
  let oldest = parent.number

  let encoded: Uint8Array | undefined
  function parentBytes(): Uint8Array {
    encoded ??= encodeHeader(parent)
    return encoded
  }

  /** RLP of the ancestors' headers from the oldest one needed to the parent. */
  function headers(): Uint8Array[] {
    const needed: Uint8Array[] = []
    for (let number = oldest; number < parent.number; number++) {
      const header = getHeader?.(number)
      if (header === undefined) {
        throw new MissingData('MISSING_HEADER', `The witness needs the header of block ${number}`, {
          value: number,
          hint: 'Pass getHeader along with recordWitness.',
        })
      }
      needed.push(encodeHeader(header))
    }
    return [...needed, parentBytes()]
  }

  return {
    recorder,
    getBlockHash(number) {
      if (number === parent.number) return parentHash
      if (number < oldest) oldest = number
      return getBlockHash(number)
    },
    witness: () =>
      withKeysOf(recorder?.keys() ?? [], {
        state: recorder?.state() ?? [],
        codes: recorder?.codes() ?? [],
        headers: headers(),
      }),
    size: () =>
      recorder === undefined ? 0 : recorder.size() + parentBytes().length * Number(parent.number - oldest + 1n),
  }
}

/**
 * Few ask for the keys, so they are put in order then. Apart from the recording, which a witness must not keep alive: it
 * holds the parent, that one's witness, and so every block before.
 */
function withKeysOf(visited: readonly Packed[], parts: Omit<ExecutionWitness, 'keys'>): ExecutionWitness {
  return {
    ...parts,
    get keys() {
      return [...new Set(visited)].sort().map(unpack)
    },
  }
}
