import { encodeBlock, encodeHeader, encodeReceipt, encodeTransaction } from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { toHex } from '../../hex.ts'
import { blockIdentifier, requireBlock } from '../blockIdentifier.ts'
import { hash, readParameters } from '../parameters.ts'
import type { RpcMethods } from '../router.ts'

/** Blocks and their parts as they are hashed: RLP and EIP-2718. */
export function createRawMethods({ store, pool }: Backend): RpcMethods {
  const blockOf = (params: unknown[]) => requireBlock(store, readParameters(params, { block: blockIdentifier }).block)
  return {
    debug_getRawBlock: async (params) => toHex(encodeBlock(blockOf(params).block)),
    debug_getRawHeader: async (params) => toHex(encodeHeader(blockOf(params).block.header)),
    debug_getRawReceipts: async (params) => blockOf(params).receipts.map((receipt) => toHex(encodeReceipt(receipt))),
    async debug_getRawTransaction(params) {
      const wanted = readParameters(params, { hash }).hash
      const location = store.transaction(wanted)
      const transaction = location?.block.block.transactions[location.index] ?? pool.get(wanted)?.transaction
      return transaction ? toHex(encodeTransaction(transaction)) : '0x'
    },
  }
}
