import { bytesToHex, encodeFunctionData, type Hex } from 'viem'
import { nativeRollupAbi } from '../../contracts/index.ts'
import {
  type BlobSlice,
  encodeExecuteInput,
  hashHeader,
  headerOfPayload,
  type SealedBlock,
  type StatelessInput,
  schemaIdOf,
  statelessInputOf,
} from '../../execute/index.ts'

export type Forgery = {
  chainId?: number
  /** What is changed in the stateless input; the block hash is made to fit afterwards, as a competent forger would. */
  change?: (input: StatelessInput) => void
  /** What is changed after the block hash was made to fit. */
  spoil?: (input: StatelessInput) => void
  reference?: { transactions?: BlobSlice; witness?: BlobSlice }
}

/** The EXECUTE input of a block, inline unless by reference, after a forger was at it. */
export function forge(sealed: SealedBlock, { chainId = 901, change, spoil, reference }: Forgery = {}): Uint8Array {
  const input = structuredClone(statelessInputOf(sealed, chainId))
  change?.(input)
  if (change !== undefined)
    input.newPayloadRequest.executionPayload.blockHash = hashHeader(headerOfPayload(input.newPayloadRequest))
  spoil?.(input)
  return encodeExecuteInput({ schemaId: schemaIdOf(sealed.block.header), input, ...(reference && { reference }) })
}

export function advanceCalldata(...blocks: { anchorNumber: bigint; input: Uint8Array }[]): Hex {
  const args = blocks.map(({ anchorNumber, input }) => ({ anchorNumber, input: bytesToHex(input) }))
  return encodeFunctionData({ abi: nativeRollupAbi, functionName: 'advance', args: [args] })
}
