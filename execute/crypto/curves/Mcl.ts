import createModule from 'mcl-wasm/dist/mcl_c.js'
import { NativerollError } from '../../errors.ts'

/** A value's place in the memory of mcl's WebAssembly. */
export type Place = number

type Module = { wasmMemory: { readonly buffer: ArrayBuffer }; _malloc(bytes: number): Place } & {
  [name: `_mclBn${string}`]: (...args: number[]) => number
}

/** mcl.h: six words of 8 bytes for each element of a base field, four for a scalar, whatever the curve. */
export const fieldSize = 48
export const scalarSize = 32

/** mclbn.h checks with it that caller and library mean the same sizes. */
const compiledFor = (scalarSize / 8) * 10 + fieldSize / 8
/** Maps to curves as RFC 9380 and EIP-2537 have them. */
const rfc9380 = 5

/**
 * One instance of mcl for one curve, because mcl keeps its curve in globals. Used through its C interface rather than
 * through the package's classes, which copy every operand in and out again and read numbers from hex.
 */
export class Mcl {
  /** Length of an element of the base field where it is written down. */
  readonly fieldLength: number
  private readonly module: Module
  private readonly buffer: Place
  private view: Uint8Array

  private constructor(module: Module, curve: number) {
    this.module = module
    if (module._mclBn_init!(curve, compiledFor) !== 0)
      throw new NativerollError('CURVE_NOT_LOADED', `mcl has no curve ${curve}`)
    module._mclBn_setMapToMode!(rfc9380)
    // Who needs a member of the subgroup asks for it.
    module._mclBn_verifyOrderG1!(0)
    module._mclBn_verifyOrderG2!(0)
    this.fieldLength = module._mclBn_getFpByteSize!()
    this.view = new Uint8Array(module.wasmMemory.buffer)
    this.buffer = this.allocate(fieldSize)
  }

  /** `curve`: mcl's number for it (curve_type.h). */
  static async load(curve: number): Promise<Mcl> {
    const noRandomness = () => {
      throw new NativerollError('NO_RANDOMNESS', 'Nothing in execution is random')
    }
    return new Mcl((await createModule({ cryptoGetRandomValues: noRandomness })) as Module, curve)
  }

  /** The function `mclBn<name>` of mcl's bn.h: places in, a length or a truth out. */
  function(name: string): (...args: number[]) => number {
    return this.module[`_mclBn${name}`]!
  }

  /** Room for a value, for good. */
  allocate(bytes: number): Place {
    return this.module._malloc(bytes)
  }

  get memory(): Uint8Array {
    // When memory has grown, the old view has no bytes.
    if (this.view.length === 0) this.view = new Uint8Array(this.module.wasmMemory.buffer)
    return this.view
  }

  /** Reads an element of the base field from the `fieldLength` bytes before `end`. False if it is not below the modulus. */
  readField(to: Place, input: Uint8Array, end: number): boolean {
    const { memory, buffer, fieldLength } = this
    // mcl's own order is little endian.
    for (let i = 0; i < fieldLength; i++) memory[buffer + i] = input[end - 1 - i]!
    return this.module._mclBnFp_deserialize!(to, buffer, fieldLength) === fieldLength
  }

  writeField(output: Uint8Array, end: number, from: Place): void {
    const { buffer, fieldLength } = this
    this.module._mclBnFp_serialize!(buffer, fieldLength, from)
    const { memory } = this
    for (let i = 0; i < fieldLength; i++) output[end - 1 - i] = memory[buffer + i]!
  }

  /** Reads 32 bytes as a scalar, modulo the order of the group. */
  readScalar(to: Place, bytes: Uint8Array): void {
    this.memory.set(bytes, this.buffer)
    this.module._mclBnFr_setBigEndianMod!(to, this.buffer, bytes.length)
  }
}
