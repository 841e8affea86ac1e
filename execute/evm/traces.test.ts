import { Address } from '@ethereumjs/util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evmCurves } from '../crypto/curves/curves.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { attachTracer } from '../simulate/attachTracer.ts'
import { createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { CorrectedEvm } from '../transition/CorrectedEvm.ts'
import { bytesOf, hex, systemAlloc } from '../transition/chain.test-support.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import type { Fork } from '../types/Fork.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Tracer } from '../types/Tracer.ts'
import { hastenPrecompiles } from './hastenPrecompiles.ts'
import { entry, programs, sender } from './programs.test-support.ts'

const forks: Fork[] = ['berlin', 'london', 'shanghai', 'cancun', 'prague', 'osaka', 'amsterdam']

describe.each(forks)('%s', (fork) => {
  test('a tracer is told of frames of our own what it is told of stock EthereumJS', async () => {
    const gas = fc.constantFrom(1_000_000n, 150_000n, 60_000n)
    // EthereumJS takes state gas (EIP-8037) before it says how much gas there is.
    const steps = fork === 'amsterdam' ? fc.constant(false) : fc.boolean()
    await fc.assert(
      fc.asyncProperty(programs, gas, steps, fc.boolean(), async (alloc, gasLimit, withSteps, creates) => {
        const message = creates
          ? { data: bytesOf(alloc[entry]!.code!), gasLimit }
          : { to: new Address(bytesOf(entry)), data: bytesOf(`0x${'a5'.repeat(70)}`), gasLimit }
        const [ours, stock] = [
          await trace(fork, alloc, message, withSteps, 'ours'),
          await trace(fork, alloc, message, withSteps, 'stock'),
        ]
        const told = withoutFailed(withoutRefused(ours.told))
        if (fork === 'amsterdam') expect(withoutCosts(told)).toEqual(withoutCosts(withoutFailed(stock.told)))
        else expect(told).toEqual(withoutFailed(stock.told))
        expect(ours.accessed).toEqual(stock.accessed)
      }),
      { numRuns: Number(process.env.RUNS ?? 20) },
    )
  }, 600_000)
})

/**
 * Without what instructions cost, and with the gas that is left after those that open frames: since Amsterdam EthereumJS takes
 * state gas of them before it tells of them, and tells nothing of SSTORE's.
 */
function withoutCosts(told: Event[]): Event[] {
  const opening = ['CREATE', 'CREATE2', 'CALL']
  for (const [index, event] of told.entries()) {
    const cost = told[index + 1]
    if (event.kind === 'step' && opening.includes(event.name!) && cost?.kind === 'cost') event.gas! -= cost.gas!
  }
  return told.filter(({ kind }) => kind !== 'cost')
}

/** Some of an event's fields. */
type Event = {
  kind: string
  name?: string
  type?: string
  depth?: number
  error?: string
  gas?: bigint
  value?: bigint
}

type Message = { to?: Address; data: Uint8Array; gasLimit: bigint }

async function trace(fork: Fork, programs: GenesisAlloc, message: Message, withSteps: boolean, way: 'ours' | 'stock') {
  const rules = createChainRules({ chainId: 1, forks: { [fork]: 0 } })
  const genesis = { timestamp: 1000n, gasLimit: 30_000_000n, alloc: { ...systemAlloc, ...programs } }
  const { block, state } = createGenesisBlock(genesis, rules)
  const env = await createBlockEnvironment({
    rules,
    header: { ...block.header, number: 100n, baseFeePerGas: 7n },
    parentState: state,
    getBlockHash: (number) => new Uint8Array(32).fill(Number(number)),
  })
  if (way === 'stock') {
    const { common, state: stateManager } = env
    env.evm = new CorrectedEvm({ ...evmCurves, common, stateManager, blockchain: env.evm.blockchain })
    hastenPrecompiles(env.evm.precompiles)
  }
  const told: Event[] = []
  const accessed = new Set<string>()
  const tell = (kind: string) => (what: object) => void told.push({ kind, ...plain(what) } as Event)
  // EthereumJS gives SELFDESTRUCT's, which there was before EIP-3529, too late.
  const knowsRefund = env.common.isActivatedEIP(3529)
  const tracer: Tracer = {
    enter: tell('enter'),
    exit: tell('exit'),
    log: tell('log'),
    pause: () => Promise.resolve(),
    access: (address, slot) => void accessed.add(hex(address) + (slot ? hex(slot) : '')),
    ...(withSteps && {
      step: tell('step'),
      cost: ({ gas, refund }) => tell('cost')({ gas, ...(knowsRefund && { refund }) }),
    }),
  }
  attachTracer(env.evm, tracer)
  const { journal, precompiles } = env.evm
  for (const address of precompiles.keys()) journal.addAlwaysWarmAddress(address)
  journal.addAlwaysWarmAddress(sender)
  journal.addAlwaysWarmAddress(entry, true)
  await env.evm.runCall({
    block: env.block,
    caller: new Address(bytesOf(sender)),
    value: 3n,
    ...message,
    gasPrice: 9n,
    skipNonceIncrement: true,
  })
  return { told, accessed: [...accessed].sort() }
}

/** Without frames that could not begin, which EthereumJS does not tell of; what such a call costs is nothing but its own gas there. */
function withoutRefused(told: Event[]): Event[] {
  const kept: Event[] = []
  for (const event of told) {
    const enter = kept.at(-1)
    if (event.kind !== 'exit' || !refusals.has(event.error!) || enter?.kind !== 'enter') {
      kept.push(event.error === 'code store out of gas' ? { ...event, error: 'out of gas' } : event)
      continue
    }
    kept.pop()
    const cost = kept.at(-1)
    const stipend = enter.type!.startsWith('CALL') && enter.value! > 0n ? 2300n : 0n
    if (cost?.kind === 'cost' && !enter.type!.startsWith('CREATE')) cost.gas! -= enter.gas! - stipend
  }
  return kept
}

const refusals = new Set(['insufficient balance', 'max call depth exceeded'])

/** Without what failed frames log, and how they do not end: EthereumJS tells of both before it finds out whether they fail. */
function withoutFailed(told: Event[]): Event[] {
  const kept: Event[] = []
  const begins: number[] = []
  for (const event of told) {
    if (event.kind === 'enter') begins.push(kept.length)
    kept.push(event)
    const begin = event.kind === 'exit' ? begins.pop()! : kept.length
    if (event.error === undefined) continue
    const inner = kept.splice(begin).filter(({ kind }) => kind !== 'log')
    const end = inner.findIndex(({ type, depth }) => type === 'SELFDESTRUCT' && depth === event.depth! + 1)
    if (end >= 0) inner.splice(end, 2)
    kept.push(...inner)
  }
  return kept
}

/** With bytes in hex, and words as they are; by what byte an instruction is invalid EthereumJS does not say. */
function plain({ opcode, ...what }: { opcode?: number }): object {
  return Object.fromEntries(
    Object.entries(what).map(([name, value]) => [name, value instanceof Uint8Array ? hex(value) : plainList(value)]),
  )
}

function plainList(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item) => (item instanceof Uint8Array ? hex(item) : item)) : value
}
