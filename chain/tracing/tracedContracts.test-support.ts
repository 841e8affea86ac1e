import type { Hex } from 'viem'

/** Contracts whose calls show everything that a list of calls can hold. */
export const traced = {
  /** Calls all the others. */
  outer: '0xa100000000000000000000000000000000000001',
  /** Logs, then reverts with Error("no"). */
  reverting: '0xb200000000000000000000000000000000000002',
  /** Sends all it has to `heir` (SELFDESTRUCT). */
  dying: '0xd100000000000000000000000000000000000003',
  /** Executes INVALID. */
  broken: '0xf100000000000000000000000000000000000004',
  heir: '0xee00000000000000000000000000000000000007',
  nobody: '0xc100000000000000000000000000000000000009',
} as const

const word = (value: number) => value.toString(16).padStart(64, '0')
const reason = `08c379a0${word(32)}${word(2)}${'6e6f'.padEnd(64, '0')}`.padEnd(256, '0')
const inMemory = [0, 32, 64, 96].map((at) => `7f${reason.slice(2 * at, 2 * at + 64)}60${word(at).slice(-2)}52`).join('')

const call = (to: Hex, value: number) => `600060006000600060${word(value).slice(-2)}73${to.slice(2)}61fffff150`
const delegate = (to: Hex) => `600060006000600073${to.slice(2)}61fffff450`

export const tracedAccounts: Record<Hex, { code: Hex; balance?: Hex }> = {
  [traced.outer]: {
    balance: '0x64',
    code: `0x${[
      '602a600155',
      call(traced.reverting, 5),
      call(traced.nobody, 7),
      // Of the identity precompile.
      '6000600060206000600461fffffa50',
      delegate(traced.dying),
      call(traced.broken, 0),
      // Creates a contract whose code is one zero byte; then with CREATE2 another.
      '6960016000536001 6000f3600052600a60166000f050'.replace(' ', ''),
      '6007600a60166000f550',
      call(traced.dying, 0),
      '00',
    ].join('')}`,
  },
  [traced.reverting]: { code: `0x60006000a0${inMemory}60646000fd` },
  [traced.dying]: { balance: '0x9', code: `0x73${traced.heir.slice(2)}ff` },
  [traced.broken]: { code: '0xfe' },
}
