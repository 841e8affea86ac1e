import { keccak256 } from '../crypto/keccak256.ts'
import { encodeWithdrawal } from '../rlp/block.ts'
import { emptyOmmersHash } from '../transition/constants.ts'
import { computeRequestsHash } from '../transition/requests.ts'
import { orderedRoot } from '../trie/orderedRoot.ts'
import type { Header } from '../types/Header.ts'
import { requestsToList } from './executionRequests.ts'
import type { NewPayloadRequest } from './types.ts'

/** The header that a new payload request commits to; its hash is `block_hash` if the payload tells the truth (execution-specs `new_payload.py`). */
export function headerOfPayload(request: NewPayloadRequest): Header {
  const { executionPayload: payload, parentBeaconBlockRoot, executionRequests } = request
  return {
    parentHash: payload.parentHash,
    ommersHash: emptyOmmersHash,
    coinbase: payload.feeRecipient,
    stateRoot: payload.stateRoot,
    transactionsRoot: orderedRoot(payload.transactions),
    receiptsRoot: payload.receiptsRoot,
    logsBloom: payload.logsBloom,
    difficulty: 0n,
    number: payload.blockNumber,
    gasLimit: payload.gasLimit,
    gasUsed: payload.gasUsed,
    timestamp: payload.timestamp,
    extraData: payload.extraData,
    prevRandao: payload.prevRandao,
    nonce: new Uint8Array(8),
    baseFeePerGas: payload.baseFeePerGas,
    withdrawalsRoot: orderedRoot(payload.withdrawals.map(encodeWithdrawal)),
    blobGasUsed: payload.blobGasUsed,
    excessBlobGas: payload.excessBlobGas,
    parentBeaconBlockRoot,
    requestsHash: computeRequestsHash(requestsToList(executionRequests)),
    ...(payload.blockAccessList && { blockAccessListHash: keccak256(payload.blockAccessList) }),
    ...(payload.slotNumber !== undefined && { slotNumber: payload.slotNumber }),
  }
}
