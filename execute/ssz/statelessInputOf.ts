import type { TypedTransaction } from '@ethereumjs/tx'
import { NativerollError } from '../errors.ts'
import { encodeTransaction, versionedHashesOf } from '../rlp/transaction.ts'
import type { SealedBlock } from '../types/BlockBuilder.ts'
import type { Header } from '../types/Header.ts'
import { requestsFromList } from './executionRequests.ts'
import { type SchemaId, schemaIds } from './schemas.ts'
import type { ExecutionPayload, StatelessInput } from './types.ts'

/** The schema that holds a block with this header: the one of its fork. */
export function schemaIdOf(header: Header): SchemaId {
  return header.blockAccessListHash === undefined ? schemaIds.osaka : schemaIds.amsterdam
}

/**
 * What EXECUTE needs to run a sealed block again: the block, its witness and its senders' keys.
 * @throws NativerollError `NO_WITNESS`
 */
export function statelessInputOf(sealed: SealedBlock, chainId: bigint | number): StatelessInput {
  const { block, witness } = sealed
  if (witness === undefined) {
    throw new NativerollError('NO_WITNESS', `Block ${block.header.number} was sealed without recording a witness`, {
      value: block.header.number,
      hint: 'Build the block with recordWitness: true, or execute it again with it.',
    })
  }
  return {
    newPayloadRequest: {
      executionPayload: payloadOf(sealed),
      versionedHashes: block.transactions.flatMap(versionedHashesOf),
      parentBeaconBlockRoot: block.header.parentBeaconBlockRoot!,
      executionRequests: requestsFromList(sealed.requests, schemaIdOf(block.header)),
    },
    witness,
    chainId: BigInt(chainId),
    publicKeys: block.transactions.map(uncompressedKeyOf),
  }
}

/** The sender's key in 65 bytes: 4 ‖ x ‖ y (SEC 1). */
export function uncompressedKeyOf(transaction: TypedTransaction): Uint8Array {
  return Uint8Array.of(4, ...transaction.getSenderPublicKey())
}

function payloadOf({ block, hash, blockAccessList }: SealedBlock): ExecutionPayload {
  const { header } = block
  return {
    parentHash: header.parentHash,
    feeRecipient: header.coinbase,
    stateRoot: header.stateRoot,
    receiptsRoot: header.receiptsRoot,
    logsBloom: header.logsBloom,
    prevRandao: header.prevRandao,
    blockNumber: header.number,
    gasLimit: header.gasLimit,
    gasUsed: header.gasUsed,
    timestamp: header.timestamp,
    extraData: header.extraData,
    baseFeePerGas: header.baseFeePerGas!,
    blockHash: hash,
    transactions: block.transactions.map(encodeTransaction),
    withdrawals: block.withdrawals ?? [],
    blobGasUsed: header.blobGasUsed!,
    excessBlobGas: header.excessBlobGas!,
    ...(blockAccessList && { blockAccessList }),
    ...(header.slotNumber !== undefined && { slotNumber: header.slotNumber }),
  }
}
