import { EVM, type ExecResult, getActivePrecompiles, NobleBN254, paramsEVM } from '@ethereumjs/evm'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { p256 } from '@noble/curves/nist.js'
import { expect, test } from 'vitest'
import { keccak256 } from '../crypto/keccak256.ts'
import { signHash } from '../crypto/signHash.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { createGenesisState } from '../state/createGenesisState.ts'
import { createJournaledState } from '../state/createJournaledState.ts'
import { createForkEvm } from '../transition/createForkEvm.ts'

// EthereumJS with its own precompiles is the reference.

const common = createChainRules({ chainId: 1, forks: { osaka: 0 } }).common(0n)
common.updateParams(paramsEVM)
const stock = new EVM({ common, bn254: new NobleBN254() })
const stateManager = createJournaledState(createGenesisState({}))
const ours = await createForkEvm({ common, stateManager })

async function run(evm: EVM, address: number, input: string, gasLimit: bigint) {
  const precompile = evm.precompiles.get(address.toString(16).padStart(40, '0'))!
  const data = new Uint8Array(Buffer.from(input, 'hex'))
  const result: ExecResult = await precompile({ data, gasLimit, common, _EVM: evm })
  const { executionGasUsed, returnValue, exceptionError } = result
  return { executionGasUsed, output: Buffer.from(returnValue).toString('hex'), failed: exceptionError !== undefined }
}

async function same(address: number, input: string, gasLimit = 10_000_000n): Promise<string> {
  const expected = await run(stock, address, input, gasLimit)
  expect(await run(ours, address, input, gasLimit), `${address} ${input}`).toEqual(expected)
  return expected.failed ? 'failed' : expected.output
}

const bytes = (length: number, seed: number) => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => keccak256(Uint8Array.of(seed, i)))
  return Buffer.concat(blocks).subarray(0, length).toString('hex')
}
const word = (value: bigint | number) => value.toString(16).padStart(64, '0')
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex')
const hash = bytes(32, 0)

test('only active precompiles are there', async () => {
  const cancun = createChainRules({ chainId: 1, forks: { cancun: 0 } }).common(0n)
  const { precompiles } = await createForkEvm({ common: cancun, stateManager })
  expect([...precompiles.keys()]).toEqual([...getActivePrecompiles(cancun).keys()])
})

test('each takes random bytes of any length, and too little gas', async () => {
  for (const address of [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 256]) {
    for (const length of [0, 1, 31, 64, 96, 127, 128, 129, 160, 161, 192, 213, 214, 256, 288, 384, 512]) {
      await same(address, bytes(length, address))
      await same(address, '00'.repeat(length))
    }
    await same(address, bytes(160, address), 10n)
  }
})

test('ecrecover', async () => {
  const { r, s, yParity } = signHash(Buffer.from(hash, 'hex'), Buffer.from(bytes(32, 1), 'hex'))
  const signature = hex(r) + hex(s)
  expect(await same(1, hash + word(27 + yParity) + signature)).toHaveLength(64)
  await same(1, `${hash + word(27 + yParity) + signature}ffff`)
  for (const v of [word(0), word(1), word(28 - yParity), word(29), `01${word(27).slice(2)}`])
    await same(1, hash + v + signature)
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
  const highS = word(order - BigInt(`0x${hex(s)}`))
  expect(await same(1, hash + word(28 - yParity) + hex(r) + highS)).toHaveLength(64)
  for (const bad of [word(0), word(order), 'ff'.repeat(32), word(5)]) {
    await same(1, hash + word(27) + bad + hex(s))
    await same(1, hash + word(27) + hex(r) + bad)
  }
})

test('blake2f, with any number of rounds', async () => {
  for (const [i, rounds] of [0, 1, 2, 9, 10, 11, 12, 25, 1000].entries())
    for (const final of ['00', '01']) {
      const input = rounds.toString(16).padStart(8, '0') + bytes(208, i) + final
      expect(await same(9, input)).toHaveLength(128)
      await same(9, input, BigInt(rounds))
      await same(9, input, BigInt(rounds) - 1n)
    }
  await same(9, `00000001${bytes(208, 0)}02`)
})

test('secp256r1', async () => {
  const secret = Buffer.from(bytes(32, 2), 'hex')
  const key = hex(p256.getPublicKey(secret, false).subarray(1))
  const signature = hex(p256.sign(Buffer.from(hash, 'hex'), secret, { prehash: false }))
  expect(await same(256, hash + signature + key)).toBe(word(1))
  expect(await same(256, bytes(32, 3) + signature + key)).toBe('')
  await same(256, hash + signature + key, 6_899n)
  await same(256, `${hash + signature + key}00`)
})

test('KZG point evaluation', async () => {
  // p(X) = X: its commitment is [tau]G1 of mainnet's trusted setup, its proof the generator everywhere.
  const commitment = 'ad3eb50121139aa34db1d545093ac9374ab7bca2c0f3bf28e27c8dcd8fc7cb42d25926fc0c97b336e9f0fb35e5a04c81'
  const proof = bls12_381.G1.Point.BASE.toHex(true)
  const versioned = hex(common.customCrypto.sha256!(Buffer.from(commitment, 'hex'))).replace(/^../, '01')
  expect(await same(10, versioned + word(7) + word(7) + commitment + proof)).toHaveLength(128)
  expect(await same(10, versioned + word(7) + word(8) + commitment + proof)).toBe('failed')
  expect(await same(10, word(1) + word(7) + word(7) + commitment + proof)).toBe('failed')
})
