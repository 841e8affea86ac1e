import { bytesToHex, encodeFunctionData, type Hex } from 'viem'
import type { ExecutionNode, Logger } from '../../chain/index.ts'
import { nativeRollupAbi } from '../../contracts/index.ts'
import type { GasSchedule } from '../../execute/index.ts'
import { smaller } from '../compare.ts'
import { RollupError } from '../errors.ts'
import { isBlockOf } from '../isBlockOf.ts'
import type { L1Client } from '../l1/createL1Client.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { L1Provider } from '../l1/L1Provider.ts'
import type { RollupContract } from '../l1/RollupContract.ts'
import type { RollupRecord } from '../l1/RollupRecord.ts'
import { revertReason } from '../l1/revertReason.ts'
import type { TransactionSender } from '../l1/TransactionSender.ts'
import { createListeners } from '../listeners.ts'
import { createLoop } from '../loop.ts'
import { printable } from '../printable.ts'
import type { Anchors } from '../sequencer/Anchors.ts'
import { executeInput, type SettledBlockInput } from './executeInput.ts'
import { executeTooDear } from './executeTooDear.ts'
import { moveL1Clock, nextL1Timestamp } from './l1Clock.ts'
import { gasLimitOf, planAdvance } from './planAdvance.ts'
import { quoteExecute } from './quoteExecute.ts'

/** When sealed blocks are settled: as soon as their data is on L1, every `interval` seconds, or only by `advance()`. */
export type SettleMode = 'auto' | 'manual' | { interval: number }

/** One L1 transaction that settled blocks. */
export type AdvanceResult = {
  /** Inclusive range of L2 blocks. */
  first: bigint
  last: bigint
  transactionHash: Hex
  l1Block: bigint
  /** L1 gas of the whole transaction. */
  gasUsed: bigint
}

export type Settler = {
  start(): void
  stop(): Promise<void>
  /** Settles up to block `number`, whatever the mode. Errors: ADVANCE_REVERTED, SETTLER_STOPPED. */
  settle(number: bigint): Promise<AdvanceResult[]>
  lastAdvance(): AdvanceResult | undefined
  /** What keeps it from settling, and will for some L1 blocks. */
  obstacle(): RollupError | undefined
}

export type SettlerParts = {
  node: ExecutionNode
  provider: L1Provider
  client: L1Client
  contract: RollupContract
  heads: HeadTracker
  record: RollupRecord
  sender: TransactionSender
  anchors: Anchors
}

/** Seconds within which an advance is mined, usually: one that the fork overtakes reverts and is planned anew. */
const INCLUSION = 60n

/** Most L1 blocks between two attempts at an advance that L1 keeps refusing. */
const LONGEST_PAUSE = 64n

/**
 * Settles blocks whose data is on L1, in order, as many per transaction as its gas allows. Where it goes on is read from the
 * contract every time, so it repeats nothing after a restart or when somebody else has advanced.
 */
export function createSettler(
  parts: SettlerParts,
  options: { mode: SettleMode; executeGas: GasSchedule; isAmsterdam: (l1Time: bigint) => boolean },
  { logger }: { logger: Logger },
): Settler {
  const { node, provider, client, contract, heads, record, sender, anchors } = parts
  const { mode } = options
  const loop = createLoop('settle', run, logger)
  const results = createListeners<AdvanceResult>()
  const rounds = createListeners<void>()
  const failures = createListeners<RollupError>()
  let requested = 0n
  let refusals = 0
  let pausedUntil = 0n
  let stopped = true
  let lastAdvance: AdvanceResult | undefined
  let obstacle: RollupError | undefined
  let stopListening: (() => void)[] = []

  async function run(): Promise<void> {
    while (!stopped) {
      await record.refresh()
      if (heads.latest().number < pausedUntil) return
      const goOn = await advanceOnce()
      rounds.emit()
      if (!goOn) return
    }
  }

  /** `true` when there may be more to do at once. */
  async function advanceOnce(): Promise<boolean> {
    const settled = record.settled()
    // Somebody else has settled another block: the sequencer takes it, and makes others upon it.
    if (!isBlockOf(node, settled.number, settled.blockHash)) return false
    const quote = () => quoteExecute(client, options.executeGas, heads.latest().number)
    const isAmsterdam = () => options.isAmsterdam(heads.latest().timestamp + INCLUSION)
    const { blocks, gas, tooDear } = await planAdvance(settleable(settled.number + 1n), await quote(), isAmsterdam())
    if (tooDear) wait(executeTooDear(tooDear))
    else if (obstacle?.code === 'EXECUTE_TOO_DEAR') obstacle = undefined
    const first = blocks[0]?.number
    const last = blocks.at(-1)?.number
    if (first === undefined || last === undefined) return false

    const started = performance.now()
    const data = encodeFunctionData({
      abi: nativeRollupAbi,
      functionName: 'advance',
      args: [blocks.map(({ anchorNumber, input }) => ({ anchorNumber, input: bytesToHex(input) }))],
    })
    const call = { to: contract.address, data, gas }
    const areOurs = () => blocks.every(({ number, hash }) => isBlockOf(node, number, hash))
    // Sealed again since the plan was made.
    if (!areOurs()) return true
    // While it waits EXECUTE may get dearer than its gas is planned for, and a fork all the rest.
    const isEnough = async () => gasLimitOf(blocks, await quote(), isAmsterdam()) <= gas
    const stillWanted = async () => areOurs() && (await isEnough()) && (await contract.head()).number === first - 1n
    const mined = await sender.send({ label: 'advance', ...call, stillWanted })
    if (mined === undefined) return !stopped
    if (mined.status === 'reverted') await heads.refresh()
    if (mined.status === 'reverted' && !(areOurs() && (await isEnough()))) {
      logger.info(printable({ first, last, l1Transaction: mined.hash }), 'advance.outdated')
      return true
    }

    const ms = Math.round(performance.now() - started)
    const { hash, blockNumber, gasUsed } = mined
    const where = {
      first,
      last,
      hash: blocks.at(-1)?.hash,
      l1Transaction: hash,
      l1Block: blockNumber,
      gasUsed,
      ms,
    }
    if (mined.status === 'reverted') {
      await refused(first, where, await revertReason(client, { account: sender.address, ...call }))
      return true
    }
    refusals = 0
    obstacle = undefined
    lastAdvance = { first, last, transactionHash: hash, l1Block: blockNumber, gasUsed }
    logger.info(printable(where), 'block.settled')
    results.emit(lastAdvance)
    await record.refresh()
    return true
  }

  /** As warning once, and to who asks all the while. */
  function wait(reason: RollupError): void {
    const { code, message, hint } = reason
    if (obstacle?.code !== code) logger.warn({ reason: message, hint }, 'advance.tooDear')
    obstacle = reason
  }

  /** Somebody else may have settled the same blocks first. If not, L1 has a reason, and trying at every block would only cost gas. */
  async function refused(first: bigint, where: Record<string, unknown>, reason: string): Promise<void> {
    const head = await contract.head()
    if (head.number >= first) {
      obstacle = undefined
      logger.info(printable({ ...where, head: head.number }), 'advance.overtaken')
      return
    }
    const pause = smaller(2n ** BigInt(refusals++), LONGEST_PAUSE)
    pausedUntil = heads.latest().number + pause
    logger.error(printable({ ...where, reason, pausedUntil }), 'advance.refused')
    obstacle = new RollupError('ADVANCE_REVERTED', `L1 refused to advance ${node.name} by block ${first}: ${reason}`, {
      value: where.l1Transaction,
      hint: 'the reason names the rule; blocks built on an invalid one cannot be settled',
    })
    failures.emit(obstacle)
  }

  async function* settleable(first: bigint): AsyncGenerator<SettledBlockInput> {
    let l1Time = heads.latest().timestamp
    for (let number = first; number <= limit(); number++) {
      const sealed = node.blockByNumber(number)
      if (sealed === undefined) return
      const { header, transactions } = sealed.block
      const post = record.postOf(number)
      if (post === undefined && transactions.length > 0) return
      if (header.timestamp > l1Time) l1Time = await nextL1Timestamp(provider)
      if (header.timestamp > l1Time) {
        if (!(await moveL1Clock(provider, header.timestamp - l1Time))) return
        l1Time = header.timestamp
      }
      const anchorNumber = await anchors.numberOf(header.parentBeaconBlockRoot!)
      yield executeInput(sealed, { chainId: node.chainId, anchorNumber, ...(post && { post }) })
    }
  }

  function limit(): bigint {
    return mode === 'auto' ? node.head().block.header.number : requested
  }

  function request(number: bigint): void {
    if (number > requested) requested = number
    pausedUntil = 0n
    loop.trigger()
  }

  return {
    start() {
      stopped = false
      stopListening = [node.onBlock(loop.trigger), heads.onBlock(loop.trigger), record.onChange(loop.trigger)]
      if (typeof mode === 'object') {
        const timer = setInterval(() => request(node.head().block.header.number), mode.interval * 1000)
        stopListening.push(() => clearInterval(timer))
      }
      loop.trigger()
    },
    async stop() {
      stopped = true
      for (const stopOne of stopListening) stopOne()
      failures.emit(new RollupError('SETTLER_STOPPED', `the settler of ${node.name} has stopped`))
      await loop.idle()
    },
    settle(number) {
      if (record.settled().number >= number) return Promise.resolve([])
      return new Promise((resolve, reject) => {
        const collected: AdvanceResult[] = []
        const listening = [
          results.add((result) => void collected.push(result)),
          failures.add((error) => finish(() => reject(error))),
          rounds.add(() => check()),
        ]
        const finish = (end: () => void) => {
          for (const stopOne of listening) stopOne()
          end()
        }
        const check = () => {
          if (record.settled().number >= number) finish(() => resolve(collected))
        }
        request(number)
      })
    },
    lastAdvance: () => lastAdvance,
    obstacle: () => obstacle,
  }
}
