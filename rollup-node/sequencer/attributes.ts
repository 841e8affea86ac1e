import { hexToBytes, keccak256 } from 'viem'
import type { Header, PayloadAttributes } from '../../execute/index.ts'
import type { Anchors } from './Anchors.ts'

/**
 * What the sequencer decides about a block. The anchor stands where L1 has its beacon root; `prev_randao` is derived from
 * it, so it adds no freedom; gas limit and fee recipient are the rollup's policy, which the L1 contract checks.
 */
export function createAttributes(policy: { anchors: Anchors; gasLimit: bigint; feeRecipient: Uint8Array }) {
  return async (parent: Header): Promise<Partial<PayloadAttributes>> => {
    const anchor = await policy.anchors.next(parent.parentBeaconBlockRoot!)
    return {
      parentBeaconBlockRoot: hexToBytes(anchor.hash),
      prevRandao: keccak256(anchor.hash, 'bytes'),
      suggestedFeeRecipient: policy.feeRecipient,
      gasLimit: policy.gasLimit,
      withdrawals: [],
      extraData: new Uint8Array(),
    }
  }
}
