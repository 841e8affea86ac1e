import { unsigned, type WasmCode } from './WasmCode.ts'

export type Instance = { memory: Uint8Array; run: (...parameters: number[]) => void }

/** What is used of it; Node's types leave it to the browser's. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object
  Instance: new (module: object) => { exports: { memory: { buffer: ArrayBuffer }; run: Instance['run'] } }
}

const i32 = 0x7f
const i64 = 0x7e

/**
 * A WebAssembly module of one function and one page (64 KiB) of memory: instantiated at once, because so little code
 * compiles in less time than a promise takes to be waited for.
 */
export function instantiate(code: WasmCode, shape: { parameters: number; words: number; counters: number }): Instance {
  const { parameters, words, counters } = shape
  const locals = [2, ...unsigned(words), i64, ...unsigned(counters), i32]
  const body = [...locals, ...code.bytes, 0x0b]
  const bytes = [
    [0x00, ...ascii('asm'), 1, 0, 0, 0],
    section(1, [1, 0x60, parameters, ...Array<number>(parameters).fill(i32), 0]),
    section(3, [1, 0]),
    section(5, [1, 0, 1]),
    section(7, [2, 6, ...ascii('memory'), 2, 0, 3, ...ascii('run'), 0, 0]),
    section(10, [1, ...unsigned(body.length), ...body]),
  ].flat()
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)))
  return { memory: new Uint8Array(exports.memory.buffer), run: exports.run }
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content]
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}
