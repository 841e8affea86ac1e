import type { Hex } from 'viem'
import type { BlockBuilder, PrecompileGasExceeded } from '../../execute/index.ts'
import type { Logger } from '../logger.ts'
import type { PooledTransaction } from '../pool/TransactionPool.ts'

/**
 * Transactions that ran and were left to a later block, because too little was left of the gas that a precompile sells.
 * Nobody pays for such a run, so none is repeated before there is room for what was asked.
 */
export type Deferrals = {
  note(entry: Waiting, reason: PrecompileGasExceeded): void
  /** Whether the block has too little room for what the transaction asked before. */
  mustWait(entry: Waiting, builder: Pick<BlockBuilder, 'precompileGasLeft'>): boolean
}

type Waiting = Pick<PooledTransaction, 'hash' | 'sender' | 'nonce'>

type Asked = { nonce: bigint; precompile: Hex; gas: bigint }

/** Senders that are remembered; the one noted longest ago makes room. */
const capacity = 4_096

export function createDeferrals(logger: Logger): Deferrals {
  // By sender and nonce, so that a replacement is not run anew.
  const bySender = new Map<Hex, Asked>()

  function askedBy({ sender, nonce }: Waiting): Asked | undefined {
    const asked = bySender.get(sender)
    return asked?.nonce === nonce ? asked : undefined
  }

  return {
    note(entry, { precompile, asked, left, limit }) {
      // Whoever had room for what he asked, and asked for more, gets a block's whole gas: then nothing can be too little.
      const gas = askedBy(entry) === undefined ? asked : limit
      bySender.delete(entry.sender)
      bySender.set(entry.sender, { nonce: entry.nonce, precompile, gas })
      if (bySender.size > capacity) bySender.delete(bySender.keys().next().value as Hex)
      const waits = { hash: entry.hash, precompile, asked: Number(asked), left: Number(left), waitsFor: Number(gas) }
      logger.info(waits, 'a transaction waits for a block that has the gas it asks of a precompile')
    },
    mustWait(entry, builder) {
      const asked = askedBy(entry)
      if (asked === undefined) return false
      const left = builder.precompileGasLeft(asked.precompile)
      return left !== undefined && left < asked.gas
    },
  }
}
