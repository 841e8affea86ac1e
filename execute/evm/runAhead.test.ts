import { Address } from '@ethereumjs/util'
import { describe, expect, test } from 'vitest'
import { createChainRules } from '../rules/createChainRules.ts'
import { createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { addressOf, bytesOf, hex, random, systemAlloc } from '../transition/chain.test-support.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import type { Fork } from '../types/Fork.ts'
import type { Hex } from '../types/Hex.ts'

const forks: Fork[] = ['frontier', 'byzantium', 'petersburg', 'istanbul', 'berlin', 'shanghai', 'osaka', 'amsterdam']
const contract = addressOf('contract')
const other = addressOf('other')

describe.each(forks)('%s', (fork) => {
  test('random programs do what they do when EthereumJS executes each instruction', async () => {
    for (let seed = 0; seed < 100; seed++) {
      const code = program(random(seed))
      const gas = BigInt(20_000 + random(seed + 7)(400_000))
      const [ahead, stepwise] = [await run(fork, code, gas, false), await run(fork, code, gas, true)]
      expect(ahead, `seed ${seed}: ${code}`).toEqual(stepwise)
    }
  }, 60_000)
})

/** What a call of the code gives; EthereumJS executes each instruction itself once somebody listens to steps. */
async function run(fork: Fork, code: Hex, gasLimit: bigint, stepwise: boolean) {
  const rules = createChainRules({ chainId: 1, forks: { [fork]: 0 } })
  const genesis = { timestamp: 1000n, gasLimit: 30_000_000n, alloc: alloc(code) }
  const { block, state } = createGenesisBlock(genesis, rules)
  const header = { ...block.header, number: 1n }
  const env = await createBlockEnvironment({
    rules,
    header,
    parentState: state,
    getBlockHash: () => new Uint8Array(32),
  })
  if (stepwise) env.evm.events.on('step', () => undefined)
  const { execResult } = await env.evm.runCall({
    block: env.block,
    caller: new Address(bytesOf(addressOf('caller'))),
    to: new Address(bytesOf(contract)),
    data: bytesOf(`0x${'a5'.repeat(70)}`),
    value: 3n,
    gasLimit,
    skipNonceIncrement: true,
  })
  await env.evm.journal.cleanup()
  return {
    error: execResult.exceptionError?.error,
    gas: execResult.executionGasUsed,
    refund: execResult.gasRefund,
    returned: hex(execResult.returnValue),
    logs: (execResult.logs ?? []).map(([address, topics, data]) => [hex(address), topics.map(hex), hex(data)]),
    root: hex(env.state.finish().root),
    warm: env.evm.journal.accessList,
  }
}

function alloc(code: Hex) {
  return {
    ...systemAlloc,
    [addressOf('caller')]: { balance: 10n ** 18n },
    [contract]: { code, balance: 5n, storage: { '0x00': '0x01', '0x01': `0x${'ff'.repeat(32)}`, '0x02': '0x1234' } },
    // Calls its caller back, then returns what it was given.
    [other]: { code: '0x5f5f5f5f5f335af150365f5f37365ff3' },
  } as const
}

/** Instructions in no particular order, with enough constants before them that most find something on the stack. */
function program(pick: (below: number) => number): Hex {
  const constants = ['00', '01', '02', '03', '04', '20', '21', '40', 'ff'].map((byte) => `60${byte}`)
  const words = [
    `7f${'ff'.repeat(32)}`,
    `7f80${'00'.repeat(31)}`,
    `7f${'c3'.repeat(32)}`,
    `73${other.slice(2)}`,
    '61ffff',
  ]
  let code = ''
  const length = 20 + pick(150)
  for (let i = 0; i < length; i++) {
    const kind = pick(20)
    if (kind < 7) code += constants[pick(constants.length)]
    else if (kind < 9) code += words[pick(words.length)]
    else if (kind === 9) code += `5b${(0x80 + pick(6)).toString(16)}`
    else if (kind === 10) code += (0x90 + pick(6)).toString(16)
    else if (kind === 11) code += pick(2) === 0 ? '54' : '55'
    else if (kind === 12) code += `5f5f5f5f5f73${other.slice(2)}61${(pick(60_000) + 4096).toString(16)}f1`
    else if (kind === 13) code += `60${pick(256).toString(16).padStart(2, '0')}${pick(2) === 0 ? '56' : '57'}`
    else if (kind === 14) code += pick(256).toString(16).padStart(2, '0')
    else {
      const opcode = instructions[pick(instructions.length)]!
      code += opcode.toString(16).padStart(2, '0')
    }
  }
  return `0x${code}${pick(2) === 0 ? '60405ff3' : ''}`
}

const instructions = [
  ...Array.from({ length: 0x1f }, (_, i) => i).filter((opcode) => opcode !== 0 && (opcode < 0x0c || opcode > 0x0f)),
  0x20,
  ...Array.from({ length: 0x1b }, (_, i) => 0x30 + i),
  ...Array.from({ length: 0x10 }, (_, i) => 0x50 + i),
  0xa0,
  0xa1,
  0xa2,
  0xa3,
  0xa4,
  0x47,
  0x5c,
  0x5d,
  0x5e,
]
