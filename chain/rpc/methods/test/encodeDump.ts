import type { Hex } from 'viem'
import { accountsIn, pad32, type SealedBlock, type WorldState } from '../../../../execute/index.ts'
import { toHex, toQuantity } from '../../../hex.ts'
import { encodeRpcHeader } from '../../encoding/encodeBlock.ts'

/** An account in anvil's dumps. */
export type DumpedAccount = { nonce: number; balance: Hex; code: Hex; storage: { [slot: Hex]: Hex } }

/** What `anvil --load-state` reads (1.7): the state at `head`, and of the chain's blocks the head alone. */
export function encodeDump({ block, hash }: SealedBlock, state: WorldState) {
  const { header } = block
  const accounts: { [address: Hex]: DumpedAccount } = {}
  for (const { address, nonce, balance, code, storage } of accountsIn(state)) {
    accounts[toHex(address)] = {
      nonce: Number(nonce),
      balance: toQuantity(balance),
      code: toHex(code),
      storage: Object.fromEntries(storage.map(([slot, value]) => [toHex(slot), toHex(pad32(value))])),
    }
  }
  const { hash: _, ...fields } = encodeRpcHeader(header, hash)
  return {
    block: {
      number: toQuantity(header.number),
      beneficiary: toHex(header.coinbase),
      timestamp: toQuantity(header.timestamp),
      gas_limit: Number(header.gasLimit),
      basefee: Number(header.baseFeePerGas ?? 0n),
      difficulty: toQuantity(header.difficulty),
      prevrandao: toHex(header.prevRandao),
      blob_excess_gas_and_price: { excess_blob_gas: Number(header.excessBlobGas ?? 0n), blob_gasprice: 1 },
      slot_num: Number(header.slotNumber ?? 0n),
    },
    accounts,
    best_block_number: Number(header.number),
    blocks: [{ header: fields, transactions: [], ommers: [], withdrawals: null }],
    transactions: [],
    historical_states: null,
  }
}
