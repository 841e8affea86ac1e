import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { encodeNetworkTransaction } from '../../chain/index.ts'
import type { Signer } from '../signerOf.ts'
import type { Fees } from './fees.ts'
import type { TransactionIntent } from './TransactionSender.ts'

/** The raw transaction for `eth_sendRawTransaction`, and its hash's preimage without the sidecar (what a block holds). */
export async function signTransaction(
  account: Signer,
  intent: TransactionIntent,
  chain: { chainId: number; nonce: number; fees: Fees },
): Promise<{ raw: Hex; canonical: Hex }> {
  const common = {
    chainId: chain.chainId,
    nonce: chain.nonce,
    to: intent.to,
    data: intent.data,
    gas: intent.gas,
    value: intent.value ?? 0n,
    maxFeePerGas: chain.fees.maxFeePerGas,
    maxPriorityFeePerGas: chain.fees.maxPriorityFeePerGas,
  }
  if (intent.sidecar === undefined) {
    const raw = await account.signTransaction({ type: 'eip1559', ...common })
    return { raw, canonical: raw }
  }
  const canonical = await account.signTransaction({
    type: 'eip4844',
    ...common,
    maxFeePerBlobGas: chain.fees.maxFeePerBlobGas,
    blobVersionedHashes: intent.sidecar.versionedHashes,
  })
  return { raw: bytesToHex(encodeNetworkTransaction(hexToBytes(canonical), intent.sidecar)), canonical }
}
