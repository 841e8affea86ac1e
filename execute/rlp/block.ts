import { RLP } from '@ethereumjs/rlp'
import { InvalidBlock } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import type { Block, Withdrawal } from '../types/Block.ts'
import { decodeRlp } from './decodeRlp.ts'
import { headerFromList, headerToList } from './header.ts'
import { bytesToQuantity, quantityToBytes } from './quantity.ts'
import { decodeTransaction, encodeTransaction } from './transaction.ts'

export function encodeWithdrawal(withdrawal: Withdrawal): Uint8Array {
  return RLP.encode(withdrawalToList(withdrawal))
}

function withdrawalToList({ index, validatorIndex, address, amount }: Withdrawal): Uint8Array[] {
  return [quantityToBytes(index), quantityToBytes(validatorIndex), address, quantityToBytes(amount)]
}

/** RLP of `[header, transactions, ommers, withdrawals?]`; typed transactions are byte strings within it. */
export function encodeBlock(block: Block): Uint8Array {
  const transactions = block.transactions.map((transaction) =>
    transaction.type === 0 ? transaction.raw() : encodeTransaction(transaction),
  )
  const list = [headerToList(block.header), transactions, block.ommers.map(headerToList)]
  return RLP.encode(block.withdrawals === undefined ? list : [...list, block.withdrawals.map(withdrawalToList)])
}

/** @throws InvalidBlock MALFORMED_BLOCK, MALFORMED_HEADER or UNDECODABLE_TRANSACTION */
export function decodeBlock(bytes: Uint8Array, rules: ChainRules): Block {
  // The list of transactions holds legacy ones as lists.
  const list = decodeRlp(bytes, 'MALFORMED_BLOCK', 3)
  const [header, transactions, ommers, withdrawals] = list
  if (list.length < 3 || list.length > 4 || !Array.isArray(transactions) || !Array.isArray(ommers))
    throw malformed(list.length)
  if (withdrawals !== undefined && !Array.isArray(withdrawals)) throw malformed('withdrawals')
  const decodedHeader = headerFromList(header)
  const block: Block = {
    header: decodedHeader,
    transactions: transactions.map((item) =>
      decodeTransaction(item instanceof Uint8Array ? item : RLP.encode(item), rules, decodedHeader),
    ),
    ommers: ommers.map(headerFromList),
  }
  return withdrawals === undefined ? block : { ...block, withdrawals: withdrawals.map(withdrawalFromList) }
}

function withdrawalFromList(item: unknown): Withdrawal {
  if (!Array.isArray(item) || item.length !== 4 || !item.every((field) => field instanceof Uint8Array))
    throw malformed(item)
  const [index, validatorIndex, address, amount] = item as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  if (address.length !== 20) throw malformed(address)
  return {
    index: bytesToQuantity(index),
    validatorIndex: bytesToQuantity(validatorIndex),
    address,
    amount: bytesToQuantity(amount),
  }
}

function malformed(value: unknown): InvalidBlock {
  return new InvalidBlock('MALFORMED_BLOCK', 'A block is a list of header, transactions, ommers and withdrawals', {
    value,
  })
}
