import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { EVM } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { evmCurves } from '../crypto/curves/curves.ts'
import { type InterpreterClass, knownVersion } from '../evm/ethereumJs.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { createGenesisState } from '../state/createGenesisState.ts'
import { createJournaledState, type JournaledState } from '../state/createJournaledState.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import { CorrectedEvm } from './CorrectedEvm.ts'
import { ForkEvm } from './ForkEvm.ts'

const proofs = new Map<ProvenFork, Promise<InterpreterClass | undefined>>()

/** Of those before Amsterdam one stands for all. */
type ProvenFork = 'osaka' | 'amsterdam'

/**
 * EthereumJS' executor of frames, if frames of our own do beside it what it does: undefined, with a warning, for another
 * version, or if a known program comes to something else. Found out once per process, when a fork's first block executes: that is
 * a thirtieth of a start's CPU time at most, and to keep the build's proof and know whose it is would take more than it gives.
 */
export function proveFrames(fork: ProvenFork): Promise<InterpreterClass | undefined> {
  let proof = proofs.get(fork)
  if (proof === undefined) {
    proof = prove(fork).then(warnOfNone)
    proofs.set(fork, proof)
  }
  return proof
}

function warnOfNone(proven: InterpreterClass | undefined): InterpreterClass | undefined {
  if (proven === undefined) {
    process.emitWarning(
      `blocks execute in stock EthereumJS, many times slower: nativeroll knows @ethereumjs/evm ${knownVersion}`,
      {
        code: 'NATIVEROLL_STOCK_EVM',
      },
    )
  }
  return proven
}

async function prove(fork: ProvenFork): Promise<InterpreterClass | undefined> {
  const version = installedVersion()
  if (version !== undefined && version !== knownVersion) return undefined
  try {
    return await compareWays(fork)
  } catch {
    return undefined
  }
}

/** Undefined in a bundle without packages beside it: what it holds was proven when it was built. */
function installedVersion(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@ethereumjs/evm')
    return JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

const caller = `0x${'c1'.repeat(20)}` as const
const contract = `0x${'c2'.repeat(20)}` as const
const counter = `0x${'c3'.repeat(20)}` as const
const invalid = `0x${'c4'.repeat(20)}` as const

/** Stores, logs, calls, fails, and notes in memory what came of each. */
const code = [
  ['5f355f55', 'sstore(0, calldata[0])'],
  ['60aa5f5fa1', 'log1(0, 0, 0xaa)'],
  [`60205f5f5f600173${counter.slice(2)}5af1602052`, 'memory[0x20] = call(gas, counter, 1, 0, 0, 0, 0x20)'],
  [`5f5f5f5f5f73${invalid.slice(2)}612710f1604052`, 'memory[0x40] = call(10000, invalid, 0, 0, 0, 0, 0)'],
  ['6020606060205f60045afa50', 'staticcall(gas, identity, 0, 0x20, 0x60, 0x20)'],
  ['3d608052', 'memory[0x80] = returndatasize'],
  ['600960015d60015c60a052', 'tstore(1, 9); memory[0xa0] = tload(1)'],
  [`73${counter.slice(2)}3b470160c0525f5f55`, 'memory[0xc0] = extcodesize(counter) + selfbalance; sstore(0, 0)'],
  ['60e05ff3', 'return(0, 0xe0)'],
]
  .map(([bytes]) => bytes)
  .join('')

const alloc: GenesisAlloc = {
  [caller]: { balance: 10n ** 18n },
  [contract]: { code: `0x${code}`, balance: 5n, storage: { '0x00': '0x07' } },
  // sstore(5, sload(5) + callvalue); return caller
  [counter]: { code: ('0x600554340160055533' + '5f5260205ff3') as `0x${string}` },
  [invalid]: { code: '0xfe' },
}

/** The program with enough gas and with too little, both ways. */
async function compareWays(fork: ProvenFork): Promise<InterpreterClass | undefined> {
  const common = createChainRules({ chainId: 1, forks: { [fork]: 0 } }).common(1n, 1n)
  const stock = await run((stateManager) => new CorrectedEvm({ ...evmCurves, common, stateManager }))
  const { interpreterClass } = stock
  if (interpreterClass === undefined) return undefined
  const ours = await run((stateManager) => new ForkEvm({ common, stateManager }, interpreterClass))
  return ours.outcome === stock.outcome ? interpreterClass : undefined
}

async function run(createEvm: (state: JournaledState) => EVM) {
  const state = createJournaledState(createGenesisState(alloc))
  const evm = createEvm(state)
  const outcomes: unknown[] = []
  let interpreter: { constructor: unknown } | undefined
  for (const [index, [gasLimit, reservoir]] of (
    [
      [500_000n, 0n],
      [60_000n, 200_000n],
    ] as const
  ).entries()) {
    evm.stateGasReservoir = reservoir
    if (evm.blockLevelAccessList !== undefined) evm.blockLevelAccessList.blockAccessIndex = index
    const { execResult } = await evm.runCall({
      block: { header: {} } as never,
      caller: new Address(hexToBytes(caller)),
      to: new Address(hexToBytes(contract)),
      value: 3n,
      data: Uint8Array.of(9),
      gasLimit,
      skipNonceIncrement: true,
    })
    await evm.journal.cleanup()
    state.originalStorageCache.clear()
    const { exceptionError, executionGasUsed, gasRefund, returnValue, logs } = execResult
    outcomes.push(exceptionError?.error, executionGasUsed, gasRefund, returnValue, logs, await state.getStateRoot())
    outcomes.push(evm.stateGasReservoir, evm.executionStateGasUsed)
    interpreter ??= execResult.runState?.interpreter
  }
  outcomes.push(evm.blockLevelAccessList?.serialize())
  return {
    outcome: JSON.stringify(outcomes, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    interpreterClass: interpreter?.constructor as InterpreterClass | undefined,
  }
}
