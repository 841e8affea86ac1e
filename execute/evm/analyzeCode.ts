import { wordOf } from './words.ts'

/** What of a code is worth knowing before it runs. */
export type CodeAnalysis = {
  /** 1 where a jump may go. */
  readonly destinations: Uint8Array
  /** Constants of PUSH instructions by their place, once each has been executed. */
  readonly constants: (bigint | undefined)[]
}

const analyses = new WeakMap<Uint8Array, CodeAnalysis>()

/** Analyses a code once for as long as its bytes are kept: stock EthereumJS does so in every call (linear in its size). */
export function analyzeCode(code: Uint8Array): CodeAnalysis {
  let analysis = analyses.get(code)
  if (analysis === undefined) {
    analysis = { destinations: findDestinations(code), constants: new Array(code.length).fill(undefined) }
    analyses.set(code, analysis)
  }
  return analysis
}

/** JUMPDESTs that are not data of a PUSH. */
function findDestinations(code: Uint8Array): Uint8Array {
  const destinations = new Uint8Array(code.length)
  for (let i = 0; i < code.length; i++) {
    const opcode = code[i]!
    if (opcode === 0x5b) destinations[i] = 1
    else if (opcode >= 0x60 && opcode <= 0x7f) i += opcode - 0x5f
  }
  return destinations
}

/** What PUSH at `at` puts on the stack; code that ends in it reads as continued with zeros. */
export function constantAt(code: Uint8Array, at: number): bigint {
  const size = code[at]! - 0x5f
  const data = code.subarray(at + 1, at + 1 + size)
  const value = wordOf(data)
  return data.length === size ? value : value << BigInt(8 * (size - data.length))
}
