import { EVMError, type ExecResult, type PrecompileFunc } from '@ethereumjs/evm'
import { blake2bCompress } from '../crypto/blake2bCompress.ts'
import type { Curve } from '../crypto/curves/Curve.ts'
import { bls12381, bn254, p256 } from '../crypto/curves/curves.ts'
import { keccak256 } from '../crypto/keccak256.ts'
import { recoverPublicKey } from '../crypto/recoverPublicKey.ts'

/**
 * Puts faster ways to compute in place of EthereumJS' slow precompiles, of those that are active. Prices, results and
 * refusals stay the same.
 */
export function hastenPrecompiles(active: Map<string, PrecompileFunc>): void {
  for (const [address, hasten] of faster) {
    const stock = active.get(address)
    if (stock !== undefined) active.set(address, hasten(stock))
  }
}

/** EthereumJS' own, which asks the EVM for the curve, once the curve is there. */
const after =
  (curve: Curve<unknown>) =>
  (stock: PrecompileFunc): PrecompileFunc =>
  (input) => {
    const loading = curve.load()
    return loading === undefined ? stock(input) : loading.then(() => stock(input))
  }

const faster = new Map<string, (stock: PrecompileFunc) => PrecompileFunc>(
  Object.entries({
    1: () => ecrecover,
    6: after(bn254),
    7: after(bn254),
    8: after(bn254),
    9: () => blake2f,
    10: after(bls12381),
    11: after(bls12381),
    12: after(bls12381),
    13: after(bls12381),
    14: after(bls12381),
    15: after(bls12381),
    16: after(bls12381),
    17: after(bls12381),
    256: () => p256Verify,
  }).map(([address, hasten]) => [Number(address).toString(16).padStart(40, '0'), hasten]),
)

const nothing = new Uint8Array(0)

const ecrecover: PrecompileFunc = ({ data, gasLimit, common }) => {
  const executionGasUsed = common.param('ecRecoverGas')
  if (executionGasUsed > gasLimit) return halt(gasLimit, EVMError.errorMessages.OUT_OF_GAS)
  const input = new Uint8Array(128)
  input.set(data.subarray(0, 128))
  const v = input[63]! - 27
  const returnValue = new Uint8Array(32)
  try {
    if ((v !== 0 && v !== 1) || !isZero(input.subarray(32, 63))) return { executionGasUsed, returnValue: nothing }
    const key = recoverPublicKey(input.subarray(0, 32), v, input.subarray(64, 128))
    returnValue.set(keccak256(key).subarray(12), 12)
  } catch {
    return { executionGasUsed, returnValue: nothing }
  }
  return { executionGasUsed, returnValue }
}

/** EIP-152: rounds (4 bytes), the input of the compression, and whether this is the last block. */
const blake2f: PrecompileFunc = ({ data, gasLimit, common }) => {
  const last = data[212]
  if (data.length !== 213 || (last !== 0 && last !== 1)) return halt(gasLimit, EVMError.errorMessages.OUT_OF_RANGE)
  const rounds = new DataView(data.buffer, data.byteOffset).getUint32(0)
  const executionGasUsed = common.param('blake2RoundGas') * BigInt(rounds)
  if (executionGasUsed > gasLimit) return halt(gasLimit, EVMError.errorMessages.OUT_OF_GAS)
  return { executionGasUsed, returnValue: blake2bCompress(rounds, data.subarray(4, 212), last === 1) }
}

/** EIP-7951. */
const p256VerifyGas = 6_900n

const p256Verify: PrecompileFunc = ({ data, gasLimit }) => {
  if (p256VerifyGas > gasLimit) return halt(gasLimit, EVMError.errorMessages.OUT_OF_GAS)
  const verify = (): ExecResult => ({
    executionGasUsed: p256VerifyGas,
    returnValue: data.length === 160 && p256.operations(data) ? one() : nothing,
  })
  const loading = p256.load()
  return loading === undefined ? verify() : loading.then(verify)
}

function one(): Uint8Array {
  const word = new Uint8Array(32)
  word[31] = 1
  return word
}

function halt(gasLimit: bigint, error: EVMError['error']): ExecResult {
  return { executionGasUsed: gasLimit, returnValue: nothing, exceptionError: new EVMError(error) }
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}
