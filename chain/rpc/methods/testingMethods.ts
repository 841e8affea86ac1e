import {
  type BlockBuilder,
  createBlockBuilder,
  type PayloadAttributes,
  type SealedBlock,
} from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { toHex } from '../../hex.ts'
import { decodeRawTransaction } from '../../pool/decodeRawTransaction.ts'
import { assembleBlock } from '../../production/assembleBlock.ts'
import { requireBlock } from '../blockIdentifier.ts'
import { addressBytes, hashBytes } from '../callRequest.ts'
import { encodePayloadEnvelope } from '../encoding/encodePayloadEnvelope.ts'
import { bytes, hash, list, object, optional, quantity, readParameters } from '../parameters.ts'
import type { RpcMethods } from '../router.ts'
import { stateAt } from '../stateAt.ts'

/** The engine API's `PayloadAttributesV3`. */
const payloadAttributes = object({
  timestamp: quantity,
  prevRandao: hashBytes,
  suggestedFeeRecipient: addressBytes,
  withdrawals: list(object({ index: quantity, validatorIndex: quantity, address: addressBytes, amount: quantity })),
  parentBeaconBlockRoot: hashBytes,
})

/** `testing_*` of the execution-apis: blocks that are made and shown, but become no part of the chain. */
export function createTestingMethods(backend: Backend): RpcMethods {
  const { rules, store, pool, precompiles } = backend

  /** All of the transactions, in their order. Errors: InvalidTransaction for one that the block cannot include. */
  async function sealWith(builder: BlockBuilder, raw: Uint8Array[], timestamp: bigint): Promise<SealedBlock> {
    for (const transaction of raw) await builder.add(decodeRawTransaction(transaction, rules, timestamp).transaction)
    return builder.seal()
  }

  return {
    async testing_buildBlockV1(params) {
      const { parentHash, attributes, transactions, extraData } = readParameters(params, {
        parentHash: hash,
        attributes: payloadAttributes,
        transactions: optional(list(bytes)),
        extraData: optional(bytes),
      })
      const at = { hash: parentHash, requireCanonical: false }
      const { header } = requireBlock(store, at).block
      const chosen: PayloadAttributes = {
        gasLimit: header.gasLimit,
        ...(await backend.attributes?.(header)),
        ...attributes,
        ...(extraData && { extraData }),
      }
      const createBuilder = () => {
        const { block: parent, state: parentState } = stateAt(backend, at)
        const history = store.history(parent)
        return createBlockBuilder({ rules, parent: header, parentState, attributes: chosen, ...history, precompiles })
      }
      const sealed = transactions
        ? await sealWith(await createBuilder(), transactions, chosen.timestamp)
        : (
            await assembleBlock({
              createBuilder,
              best: pool.best,
              payloadBytes: Number.POSITIVE_INFINITY,
              acceptsRequests: true,
            })
          ).sealed
      return encodePayloadEnvelope(sealed, await blobsOf(sealed, backend))
    },
  }
}

/** The engine API's `BlobsBundleV2` of what this node knows of the block's blobs. */
async function blobsOf({ block }: SealedBlock, { blobs }: Backend) {
  const hashes = block.transactions.flatMap((tx) => ('blobVersionedHashes' in tx ? tx.blobVersionedHashes : []))
  const stored = hashes.flatMap((versionedHash) => blobs?.store.get(versionedHash) ?? [])
  const proofs = await Promise.all(stored.map(({ blob }) => blobs!.kzg.cellProofs(blob)))
  return {
    commitments: stored.map(({ commitment }) => toHex(commitment)),
    proofs: proofs.flat().map(toHex),
    blobs: stored.map(({ blob }) => toHex(blob)),
  }
}
