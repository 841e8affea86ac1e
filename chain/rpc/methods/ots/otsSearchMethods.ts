import type { Hex } from 'viem'
import type { SealedBlock } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex } from '../../../hex.ts'
import { createTraceBudget } from '../../../tracing/TraceBudget.ts'
import { encodeRpcTransaction } from '../../encoding/encodeTransaction.ts'
import { address, looseQuantity, readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'
import { transactionBySender } from '../../transactionBySender.ts'
import { createMentions } from './Mentions.ts'
import { datedReceipt } from './otsBlockMethods.ts'
import { pageSize } from './parameters.ts'

type Place = { block: SealedBlock; index: number }

/** The history of an address, as Otterscan turns its pages: newest first, whole blocks, so that a page may be longer. */
export function createOtsSearchMethods(backend: Backend): RpcMethods {
  const { store } = backend
  const mentions = createMentions(backend)
  const headNumber = () => store.head().block.header.number

  /** @param step in which direction blocks are looked through, from `first` up to and including `last` */
  async function search(
    wanted: Hex,
    { first, last, step }: Walk,
    size: number,
  ): Promise<{ found: Place[]; end: boolean }> {
    const budget = createTraceBudget(backend.limits)
    const found: Place[] = []
    for (let number = first; step > 0n ? number <= last : number >= last; number += step) {
      if (found.length >= size) return { found, end: false }
      await budget.turn()
      const block = store.blockByNumber(number)
      if (block === undefined || block.receipts.length === 0) continue
      const indices = (await mentions.of(block, budget)).flatMap(({ index, addresses }) =>
        addresses.has(wanted) ? [index] : [],
      )
      for (const index of step > 0n ? indices : indices.reverse()) found.push({ block, index })
    }
    return { found, end: true }
  }

  const page = (found: Place[], firstPage: boolean, lastPage: boolean) => ({
    txs: found.map(({ block, index }) => encodeRpcTransaction(block.block.transactions[index]!, { block, index })),
    receipts: found.map(({ block, index }) => datedReceipt(block, index)),
    firstPage,
    lastPage,
  })

  return {
    /** Block 0 stands for the newest. */
    async ots_searchTransactionsBefore(params) {
      const read = readParameters(params, { address, block: looseQuantity, pageSize })
      const newest = headNumber()
      const first = read.block === 0n || read.block > newest ? newest : read.block - 1n
      const { found, end } = await search(read.address, { first, last: 1n, step: -1n }, read.pageSize)
      return page(found, first === newest, end)
    },
    /** Block 0 stands for the beginning. */
    async ots_searchTransactionsAfter(params) {
      const read = readParameters(params, { address, block: looseQuantity, pageSize })
      const walk = { first: read.block + 1n, last: headNumber(), step: 1n }
      const { found, end } = await search(read.address, walk, read.pageSize)
      return page(found.reverse(), end, read.block === 0n)
    },
    async ots_getTransactionBySenderAndNonce(params) {
      const read = readParameters(params, { sender: address, nonce: looseQuantity })
      const found = await transactionBySender(backend, read.sender, read.nonce)
      return found ? toHex(found.block.receipts[found.index]!.transactionHash) : null
    },
    /** Of a contract that is there now, created in a block whose states are kept; null for any other, and those of genesis. */
    async ots_getContractCreator(params) {
      const wanted = readParameters(params, { address }).address
      const hasCode = (number: bigint) => (store.blockByNumber(number)?.state.getCode(fromHex(wanted)).length ?? 0) > 0
      let [without, withCode] = [BigInt(store.oldestState()), headNumber()]
      if (hasCode(without) || !hasCode(withCode)) return null
      while (withCode - without > 1n) {
        const middle = (without + withCode) / 2n
        if (hasCode(middle)) withCode = middle
        else without = middle
      }
      const block = store.blockByNumber(withCode)!
      const all = await mentions.of(block, createTraceBudget(backend.limits))
      for (const { index, creations } of [...all].reverse()) {
        const creation = creations.find(({ address: created }) => created === wanted)
        if (creation) return { hash: toHex(block.receipts[index]!.transactionHash), creator: creation.creator }
      }
      return null
    },
  }
}

type Walk = { first: bigint; last: bigint; step: bigint }
