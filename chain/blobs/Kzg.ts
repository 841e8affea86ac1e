import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { ChainError } from '../errors.ts'
import { kzgProcess } from './kzgProcess.ts'

/** KZG commitments and proofs of EIP-4844 and EIP-7594. A blob has 131,072 bytes, a commitment or proof 48. */
export type Kzg = {
  /** Starts the set-up (two seconds of CPU, off this process) ahead of the first use. */
  warm(): Promise<void>
  commit(blob: Uint8Array): Promise<Uint8Array>
  blobProof(blob: Uint8Array, commitment: Uint8Array): Promise<Uint8Array>
  /** The 128 proofs of EIP-7594. */
  cellProofs(blob: Uint8Array): Promise<Uint8Array[]>
  /** One proof per blob. `false` also for what is no field element or no point of the curve. */
  verifyBlobProofs(blobs: Uint8Array[], commitments: Uint8Array[], proofs: Uint8Array[]): Promise<boolean>
  /** 128 proofs per blob, in the order of the blobs. */
  verifyCellProofs(blobs: Uint8Array[], commitments: Uint8Array[], proofs: Uint8Array[]): Promise<boolean>
  /** The last handle of a process to close ends the helper process. */
  close(): void
}

type Outcome = { status: 'ok'; result: unknown } | { status: 'refused' | 'broken'; message: string }
type Engine = { run(method: string, args: unknown[]): Promise<Outcome>; kill(): void }

let shared: { engine: Engine; handles: number } | undefined

/**
 * A handle on the one KZG helper process of this process; it starts at the first use and never keeps this process alive.
 *
 * A process and not a worker thread: Node cannot end a thread that is inside native code, so an exit during the set-up
 * would hang for up to two seconds. Errors: KZG_UNAVAILABLE, INVALID_BLOB.
 */
export function createKzg(): Kzg {
  let handle: typeof shared
  /** Closing answers them: the process may be others' too, and go on. */
  const waiting = new Set<(outcome: Outcome) => void>()

  async function run(method: string, args: unknown[]): Promise<Outcome> {
    if (handle === undefined) {
      shared ??= { engine: createEngine(), handles: 0 }
      shared.handles += 1
      handle = shared
    }
    const { engine } = handle
    const outcome = await new Promise<Outcome>((resolve) => {
      waiting.add(resolve)
      void engine.run(method, args).then((answered) => {
        waiting.delete(resolve)
        resolve(answered)
      })
    })
    if (outcome.status === 'broken') throw unavailable(outcome.message)
    return outcome
  }

  async function compute<T>(method: string, args: unknown[]): Promise<T> {
    const outcome = await run(method, args)
    if (outcome.status === 'ok') return outcome.result as T
    throw new ChainError('INVALID_BLOB', `KZG refused the blob: ${outcome.message}`, {
      expected: '131,072 bytes: 4,096 field elements of BLS12-381, each below the modulus',
      hint: 'keep the first byte of every 32 at zero',
    })
  }

  async function verify(method: string, args: unknown[]): Promise<boolean> {
    const outcome = await run(method, args)
    return outcome.status === 'ok' && outcome.result === true
  }

  return {
    warm: async () => void (await run('warm', [])),
    commit: (blob) => compute('commit', [blob]),
    blobProof: (blob, commitment) => compute('blobProof', [blob, commitment]),
    cellProofs: (blob) => compute('cellProofs', [blob]),
    verifyBlobProofs: (blobs, commitments, proofs) => verify('verifyBlobProofs', [blobs, commitments, proofs]),
    verifyCellProofs: (blobs, commitments, proofs) => verify('verifyCellProofs', [blobs, commitments, proofs]),
    close() {
      if (handle === undefined) return
      for (const answer of waiting) answer({ status: 'broken', message: 'it was closed' })
      waiting.clear()
      handle.handles -= 1
      if (handle.handles === 0) {
        handle.engine.kill()
        if (shared === handle) shared = undefined
      }
      handle = undefined
    },
  }
}

function createEngine(): Engine {
  const waiting = new Map<number, (outcome: Outcome) => void>()
  let child: ChildProcess | undefined
  let nextId = 0

  function start(): ChildProcess {
    const library = createRequire(import.meta.url).resolve('@crate-crypto/node-eth-kzg')
    const started = spawn(process.execPath, ['-e', kzgProcess, library], {
      // stdin is its leash: it ends when this process does.
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      // The options of this process (a debugger, a loader) are not meant for the helper.
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    started.on('message', (message: [number, Outcome['status'], unknown]) => {
      const [id, status, value] = message
      settle(id, status === 'ok' ? { status, result: value } : { status, message: String(value) })
    })
    started.once('error', (error) => fail(started, error.message))
    started.once('exit', (code, signal) => fail(started, `the KZG process ended (${signal ?? code})`))
    started.unref()
    started.channel?.unref()
    const leash = started.stdin as Socket
    leash.on('error', () => {})
    leash.unref()
    return started
  }

  function settle(id: number, outcome: Outcome): void {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
    if (waiting.size === 0) child?.channel?.unref()
  }

  function fail(ended: ChildProcess, message: string): void {
    if (child !== ended) return
    child = undefined
    for (const id of [...waiting.keys()]) settle(id, { status: 'broken', message })
  }

  return {
    run(method, args) {
      child ??= start()
      const running = child
      const id = nextId++
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        // Whoever waits for an answer wants the process to live until it is there; warming up is no such reason.
        if (method !== 'warm') running.channel?.ref()
        running.send([id, method, args], (error) => {
          if (error) settle(id, { status: 'broken', message: error.message })
        })
      })
    },
    kill() {
      const ended = child
      ended?.kill('SIGKILL')
      if (ended) fail(ended, 'KZG was closed')
    },
  }
}

function unavailable(reason: string): ChainError {
  return new ChainError('KZG_UNAVAILABLE', `KZG is not available: ${reason}`, {
    expected: '@crate-crypto/node-eth-kzg with the binary of this platform',
    hint: 'install the dependencies again without --omit=optional',
  })
}
