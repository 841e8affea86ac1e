import { blobBaseFeeOf, type SealedBlock } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { effectiveTip } from '../../../fees.ts'
import { toQuantity } from '../../../hex.ts'
import { blockNumberOrTag, requireBlock } from '../../blockIdentifier.ts'
import { decimal, list, looseQuantity, optional, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** What `eth_maxPriorityFeePerGas` suggests, in wei: on a chain with room in every block any tip will do. */
export const suggestedTip = 1_000_000_000n
/** geth's limit. */
const maxFeeHistory = 1024n
const gasPerBlob = 131072n

export function createFeeMethods({ store, rules, fees }: Backend): RpcMethods {
  const blobBaseFee = ({ block }: SealedBlock) => blobBaseFeeOf(rules, block.header) ?? 0n

  return {
    eth_gasPrice: async () => toQuantity(fees().baseFee + suggestedTip),
    eth_maxPriorityFeePerGas: async () => toQuantity(suggestedTip),
    eth_baseFee: async () => toQuantity(fees().baseFee),
    eth_blobBaseFee: async () => toQuantity(fees().blobBaseFee),
    async eth_feeHistory(params) {
      const read = readParameters(params, {
        blockCount: looseQuantity,
        newestBlock: blockNumberOrTag,
        rewardPercentiles: optional(list(decimal), []),
      })
      checkPercentiles(read.rewardPercentiles)
      const newest = requireBlock(store, read.newestBlock)
      const last = newest.block.header.number
      const wanted = read.blockCount > maxFeeHistory ? maxFeeHistory : read.blockCount
      const count = wanted > last + 1n ? last + 1n : wanted
      const blocks: SealedBlock[] = []
      for (let number = last; number > last - count; number--) {
        const block = store.blockByNumber(number)
        if (block === undefined) break
        blocks.unshift(block)
      }
      const oldest = last + 1n - BigInt(blocks.length)
      const after = newest === store.head() ? undefined : store.blockByNumber(last + 1n)
      const next = after ? { baseFee: after.block.header.baseFeePerGas ?? 0n, blobBaseFee: blobBaseFee(after) } : fees()
      return {
        oldestBlock: toQuantity(oldest),
        baseFeePerGas: [...blocks.map(({ block }) => block.header.baseFeePerGas ?? 0n), next.baseFee].map(toQuantity),
        gasUsedRatio: blocks.map(({ block: { header } }) => Number(header.gasUsed) / Number(header.gasLimit)),
        baseFeePerBlobGas: [...blocks.map(blobBaseFee), next.blobBaseFee].map(toQuantity),
        blobGasUsedRatio: blocks.map(({ block: { header } }) => {
          const blobs = rules.blobParameters(header.timestamp, header.number)
          return blobs ? Number(header.blobGasUsed ?? 0n) / (blobs.max * Number(gasPerBlob)) : 0
        }),
        ...(read.rewardPercentiles.length > 0 && {
          reward: blocks.map((block) => tipsAt(block, read.rewardPercentiles).map(toQuantity)),
        }),
      }
    },
  }
}

function checkPercentiles(percentiles: number[]): void {
  percentiles.forEach((percentile, i) => {
    if (percentile < 0 || percentile > 100 || percentile < (percentiles[i - 1] ?? 0)) {
      const message = `invalid reward percentile: ${percentile} at index ${i}; they rise from 0 to 100`
      throw new RpcError(rpcCodes.invalidInput, message)
    }
  })
}

/** The tip paid at each percentile of the block's gas, in wei; zeros for an empty block. */
function tipsAt({ block, receipts }: SealedBlock, percentiles: number[]): bigint[] {
  const baseFee = block.header.baseFeePerGas ?? 0n
  const paid = block.transactions
    .map((transaction, i) => ({ tip: effectiveTip(transaction, baseFee), gas: receipts[i]!.gasUsed }))
    .sort((a, b) => (a.tip < b.tip ? -1 : a.tip > b.tip ? 1 : 0))
  return percentiles.map((percentile) => {
    const threshold = (Number(block.header.gasUsed) * percentile) / 100
    let gas = 0
    for (const { tip, gas: used } of paid) {
      gas += Number(used)
      if (gas >= threshold) return tip
    }
    return paid.at(-1)?.tip ?? 0n
  })
}
