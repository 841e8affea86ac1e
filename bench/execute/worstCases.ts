import { createHash } from 'node:crypto'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bn254 } from '@noble/curves/bn254.js'
import { p256 } from '@noble/curves/nist.js'
import type { Hex } from 'viem'
import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import {
  createBlockBuilder,
  createGenesisBlock,
  type GenesisAlloc,
  keccak256,
  publicKeyOf,
  signHash,
} from '../../execute/index.ts'
import { cpuTime, median } from './measure.ts'
import { addressOf, toHex, type World, word } from './World.ts'

export type WorstCase = { name: string /** Million gas per CPU second. */; rate: number }

type Case = { name: string; code: Hex; gas?: bigint }

/** Instructions and precompiles, each in a loop that runs out of gas: how much gas a second must be enough for. */
export async function measureWorstCases(world: World, runs: number, only = ''): Promise<WorstCase[]> {
  const results: WorstCase[] = []
  const cases = [...instructions(), ...precompiles()].filter(({ name }) => name.includes(only))
  for (const { name, code, gas = 3_000_000n } of cases) {
    const target = addressOf(name)
    const alloc: GenesisAlloc = {
      ...Object.fromEntries(Object.entries(systemContracts).map(([address, code]) => [address, { code, nonce: 1n }])),
      [world.senders[0]!]: { balance: 10n ** 24n },
      [big]: { code: `0x${'00'.repeat(1)}${'5b'.repeat(24_575)}` },
      [target]: { code, balance: 10n ** 18n },
    }
    const { timestamp, gasLimit } = world.parent
    const { block, state } = createGenesisBlock({ timestamp, gasLimit, alloc }, world.rules)
    const transaction = world.sign(0, { to: target, gasLimit: gas })
    const times: number[] = []
    for (let run = -1; run < runs; run++) {
      const builder = await createBlockBuilder({
        rules: world.rules,
        parent: block.header,
        parentState: state,
        attributes: world.attributes,
        getBlockHash: () => undefined,
      })
      const time = await cpuTime(() => builder.add(transaction))
      if (run >= 0) times.push(time)
    }
    results.push({ name, rate: Number(gas) / 1000 / median(times) })
  }
  return results
}

const big = addressOf('24 KB of code')

/** `body` as often as about a kilobyte holds, again and again. `setup` comes first, once. */
function loop(setup: string, body: string): Hex {
  const start = setup.length / 2
  const repeated = body.repeat(Math.max(1, Math.floor(2000 / body.length)))
  return `0x${setup}5b${repeated}61${start.toString(16).padStart(4, '0')}56`
}

function instructions(): Case[] {
  const max = `7f${'ff'.repeat(32)}`
  const odd = `7f${'c3'.repeat(32)}`
  return [
    { name: 'JUMPDEST', code: loop('', '5b') },
    { name: 'PUSH32 POP', code: loop('', `${max}50`) },
    { name: 'DUP1 ADD', code: loop(odd, '8001') },
    { name: 'MUL', code: loop(odd, '8002') },
    { name: 'DIV', code: loop('', `60ff${max}0450`) },
    { name: 'MOD', code: loop('', `${odd}${max}0650`) },
    { name: 'MULMOD', code: loop('', `${odd}${max}${max}0950`) },
    { name: 'EXP, 32 bytes', code: loop('', `${max}${odd}0a50`) },
    { name: 'SIGNEXTEND', code: loop('', `${max}60100b50`) },
    { name: 'MSTORE', code: loop(odd, '805f52') },
    { name: 'MLOAD', code: loop('', '5f5150') },
    { name: 'MCOPY 1 KB', code: loop('', '6104005f6103005e') },
    { name: 'KECCAK256, 32 bytes', code: loop('', '60205f2050') },
    { name: 'KECCAK256, 8 KB', code: loop('', '6120005f2050') },
    { name: 'CALLDATACOPY 1 KB', code: loop('', '6104005f5f37') },
    { name: 'SLOAD, warm', code: loop('', '5f5450') },
    { name: 'SLOAD, cold', code: loop('5f', '6001018054' + '50') },
    { name: 'SSTORE, warm', code: loop('5f', '600101805f55') },
    { name: 'SSTORE, fresh', code: loop('5f', '6001018080' + '55') },
    { name: 'TSTORE', code: loop('5f', '60010180805d') },
    { name: 'LOG4', code: loop('', '5f5f5f5f5f5fa4') },
    { name: 'BALANCE, cold', code: loop('5f', '60010180' + '31' + '50') },
    { name: 'EXTCODESIZE, warm', code: loop('', `73${big.slice(2)}3b50`) },
    { name: 'CALL of a plain account', code: loop('', '5f5f5f5f5f61ffff5af150') },
    { name: 'STATICCALL of 24 KB', code: loop('', `5f5f5f5f73${big.slice(2)}5afa50`) },
    // Memory once paid for is given along for nothing.
    { name: 'STATICCALL with 1 MB', code: loop('5f6210000052', `5f5f621000005f73${big.slice(2)}5afa50`) },
    { name: 'bn254 add, 1 MB of input', code: loop('5f6210000052', '5f5f621000005f60065afa50') },
    { name: 'CREATE', code: loop('', '5f5f5ff050') },
  ]
}

/** Calls of the precompile at `address` with `input`. */
function precompile(name: string, address: number, input: string, gas?: bigint): Case {
  const length = (input.length / 2).toString(16).padStart(4, '0')
  const callee = address.toString(16).padStart(4, '0')
  const body = `5f5f61${length}5f61${callee}5afa50`
  // The input stands behind the code; its place is known once the loop is as long as it will be.
  const sized = (at: number) => loop(`61${length}61${at.toString(16).padStart(4, '0')}5f39`, body)
  const end = (sized(0).length - 2) / 2
  const code: Hex = `${sized(end)}${input}`
  return gas === undefined ? { name, code } : { name, code, gas }
}

function precompiles(): Case[] {
  const hash = keccak256(Buffer.from('message'))
  const key = keccak256(Buffer.from('key'))
  const { r, s, yParity } = signHash(hash, key)
  publicKeyOf(key)
  const bare = (bytes: Uint8Array) => toHex(bytes).slice(2)
  const g1 = word(1) + word(2)
  const g2 = bn254.G2.Point.BASE.toAffine()
  const field = (value: bigint) => word(value).padStart(128, '0')
  const point = bls12_381.G1.Point.BASE.multiply(3n).toAffine()
  const point2 = bls12_381.G2.Point.BASE.multiply(3n).toAffine()
  const blsG1 = field(point.x) + field(point.y)
  const blsG2 = field(point2.x.c0) + field(point2.x.c1) + field(point2.y.c0) + field(point2.y.c1)
  const p256Key = p256.utils.randomSecretKey(new Uint8Array(48).fill(5))
  const p256Signature = bare(p256.sign(hash, p256Key, { prehash: false }))
  const p256Public = bare(p256.getPublicKey(p256Key, false).subarray(1))
  // p(X) = X: its commitment is [tau]G1 of mainnet's trusted setup, its proof the generator everywhere.
  const commitment = 'ad3eb50121139aa34db1d545093ac9374ab7bca2c0f3bf28e27c8dcd8fc7cb42d25926fc0c97b336e9f0fb35e5a04c81'
  const proof = bls12_381.G1.Point.BASE.toHex(true)
  const versioned = createHash('sha256').update(Buffer.from(commitment, 'hex')).digest('hex').replace(/^../, '01')
  const modulus = 'f1'.repeat(256)
  return [
    precompile('ecrecover', 1, bare(hash) + word(27 + yParity) + bare(r) + bare(s)),
    precompile('sha256, 128 bytes', 2, '11'.repeat(128)),
    precompile('ripemd160, 128 bytes', 3, '11'.repeat(128)),
    precompile('identity, 1 KB', 4, '11'.repeat(1024)),
    precompile(
      'modexp, 256 bytes, e = 65537',
      5,
      `${word(256) + word(3) + word(256) + 'e7'.repeat(256)}010001${modulus}`,
    ),
    precompile('bn254 add', 6, g1 + g1),
    precompile('bn254 mul', 7, g1 + 'c3'.repeat(32)),
    precompile('bn254 pairing', 8, g1 + [g2.x.c1, g2.x.c0, g2.y.c1, g2.y.c0].map(word).join('')),
    precompile('blake2f, 1,000 rounds', 9, `000003e8${'11'.repeat(208)}01`),
    precompile('KZG point evaluation', 10, versioned + word(5) + word(5) + commitment + proof),
    precompile('BLS12 G1 add', 11, blsG1 + blsG1),
    precompile('BLS12 G1 MSM, 4 points', 12, (blsG1 + 'c3'.repeat(32)).repeat(4)),
    precompile('BLS12 G2 add', 13, blsG2 + blsG2),
    precompile('BLS12 G2 MSM, 4 points', 14, (blsG2 + 'c3'.repeat(32)).repeat(4)),
    precompile('BLS12 pairing', 15, blsG1 + blsG2),
    precompile('BLS12 map to G1', 16, field(12345n)),
    precompile('BLS12 map to G2', 17, field(12345n) + field(54321n)),
    precompile('secp256r1 verification', 0x100, bare(hash) + p256Signature + p256Public),
  ]
}
