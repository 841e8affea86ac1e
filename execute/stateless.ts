import type { TypedTransaction } from '@ethereumjs/tx'
import { keccak256 } from './crypto/keccak256.ts'
import { InvalidBlock, NativerollError } from './errors.ts'
import { decodeHeader, hashHeader } from './rlp/header.ts'
import { decodeTransaction, versionedHashesOf } from './rlp/transaction.ts'
import type { ChainRules } from './rules/createChainRules.ts'
import { headerOfPayload } from './ssz/headerOfPayload.ts'
import { newPayloadRequestRoot } from './ssz/newPayloadRequestRoot.ts'
import type { SchemaInput } from './ssz/statelessInput.ts'
import { uncompressedKeyOf } from './ssz/statelessInputOf.ts'
import type { NewPayloadRequest, StatelessInput, StatelessValidationResult } from './ssz/types.ts'
import { stateTransition } from './transition/stateTransition.ts'
import type { Block } from './types/Block.ts'
import type { SealedBlock } from './types/BlockBuilder.ts'
import type { Header } from './types/Header.ts'
import { worldStateFromWitness } from './witness/worldStateFromWitness.ts'

/** What the public result says, and what it leaves out: which rule was broken, or the block that was executed. */
export type StatelessVerification =
  | { result: StatelessValidationResult; sealed: SealedBlock; refusal?: undefined }
  | { result: StatelessValidationResult; sealed?: undefined; refusal: NativerollError }

/**
 * Executes one block from its witness alone (execution-specs projects/zkevm, `stateless.py`: `verify_stateless_new_payload`).
 * Never rejects: whatever is wrong with the input becomes an unsuccessful result and a refusal whose `code` names the rule.
 */
export async function verifyStatelessNewPayload(
  { schemaId, input }: SchemaInput,
  { rules }: { rules: ChainRules },
): Promise<StatelessVerification> {
  const newPayloadRequest = newPayloadRequestRoot(input.newPayloadRequest, schemaId)
  const result = {
    newPayloadRequestRoot: newPayloadRequest,
    successfulValidation: false,
    chainId: input.chainId,
    schemaId,
  }
  try {
    const sealed = await executeStateless(input, rules)
    return { result: { ...result, successfulValidation: true }, sealed }
  } catch (error) {
    return { result, refusal: refusalOf(error) }
  }
}

async function executeStateless(input: StatelessInput, rules: ChainRules): Promise<SealedBlock> {
  if (rules.chainId !== input.chainId) {
    throw refuse('WRONG_CHAIN_ID', 'The input is for another chain', input.chainId, rules.chainId)
  }
  const { newPayloadRequest, witness, publicKeys } = input
  const { parent, hashes } = validateHeaders(witness.headers, newPayloadRequest.executionPayload.parentHash)
  const block = decodeNewPayload(newPayloadRequest, rules)
  validatePublicKeys(block, publicKeys)
  return stateTransition({
    rules,
    parent,
    parentState: worldStateFromWitness(parent.stateRoot, witness),
    block,
    // The parent's hash comes last, that of the block n before this one at -n.
    getBlockHash: (number) =>
      number < block.header.number ? hashes.at(Number(number - block.header.number)) : undefined,
  })
}

/** `validate_headers`: an unbroken chain of ancestors that ends with the parent. */
function validateHeaders(headers: Uint8Array[], parentHash: Uint8Array): { parent: Header; hashes: Uint8Array[] } {
  const hashes = headers.map(keccak256)
  if (!equals(hashes.at(-1), parentHash)) {
    throw refuse(
      'MISSING_PARENT_HEADER',
      "The witness's last header is not the parent",
      hexOf(hashes.at(-1)),
      hexOf(parentHash),
    )
  }
  const decoded = headers.map(decodeAncestor)
  for (let i = 1; i < decoded.length; i++) {
    if (equals(decoded[i]!.parentHash, hashes[i - 1]!)) continue
    throw refuse(
      'HEADERS_NOT_CONTIGUOUS',
      `Witness header ${i} is not the child of the one before`,
      hexOf(decoded[i]!.parentHash),
      hexOf(hashes[i - 1]),
    )
  }
  return { parent: decoded.at(-1)!, hashes }
}

function decodeAncestor(bytes: Uint8Array, index: number): Header {
  let header: Header
  try {
    header = decodeHeader(bytes)
  } catch (cause) {
    throw new InvalidBlock('MALFORMED_HEADER', `Witness header ${index} cannot be decoded`, {
      value: hexOf(bytes),
      cause,
    })
  }
  // Osaka's parent is of Prague or Osaka, Amsterdam's of Osaka or Amsterdam: each has a requests hash (EIP-7685).
  if (header.requestsHash !== undefined) return header
  throw refuse(
    'MALFORMED_HEADER',
    `Witness header ${index} is of a fork before Prague`,
    hexOf(bytes),
    '21 fields or 23',
  )
}

/** `execute_new_payload_request`, as far as the payload alone tells. */
function decodeNewPayload(request: NewPayloadRequest, rules: ChainRules): Block {
  const { transactions, withdrawals, blockHash } = request.executionPayload
  const empty = transactions.findIndex((bytes) => bytes.length === 0)
  if (empty !== -1) throw refuse('EMPTY_TRANSACTION', `Transaction ${empty} has no bytes`, 0, 'an EIP-2718 transaction')

  const header = headerOfPayload(request)
  const hash = hashHeader(header)
  if (!equals(hash, blockHash)) {
    throw refuse('WRONG_BLOCK_HASH', "The payload's fields hash to another block hash", hexOf(blockHash), hexOf(hash))
  }
  const block: Block = {
    header,
    transactions: transactions.map((bytes) => decodeTransaction(bytes, rules, header)),
    ommers: [],
    withdrawals,
  }
  const carried = block.transactions.flatMap(versionedHashesOf)
  if (
    carried.length !== request.versionedHashes.length ||
    !carried.every((each, i) => equals(each, request.versionedHashes[i]))
  ) {
    throw refuse(
      'WRONG_VERSIONED_HASHES',
      'The versioned hashes are not those of the blob transactions',
      request.versionedHashes.map(hexOf),
      carried.map(hexOf),
    )
  }
  return block
}

/**
 * The keys spare a prover the recovery; here they are recovered, because a key that merely verifies a signature need not be
 * the one that its recovery bit names.
 */
function validatePublicKeys({ transactions }: Block, publicKeys: Uint8Array[]): void {
  if (publicKeys.length !== transactions.length) {
    throw refuse(
      'PUBLIC_KEY_COUNT',
      'There is not one public key per transaction',
      publicKeys.length,
      transactions.length,
    )
  }
  transactions.forEach((transaction, index) => {
    const key = senderKeyOf(transaction, index)
    if (equals(key, publicKeys[index])) return
    throw refuse(
      'WRONG_PUBLIC_KEY',
      `Public key ${index} did not sign transaction ${index}`,
      hexOf(publicKeys[index]),
      hexOf(key),
    )
  })
}

function senderKeyOf(transaction: TypedTransaction, index: number): Uint8Array {
  try {
    return uncompressedKeyOf(transaction)
  } catch (cause) {
    throw new InvalidBlock('INVALID_SIGNATURE', `Transaction ${index} has a signature that fits no key`, {
      value: index,
      cause,
    })
  }
}

function refuse(code: string, message: string, value: unknown, expected: unknown): InvalidBlock {
  return new InvalidBlock(code, message, { value, expected })
}

/** Execution-specs' guest takes any exception for an invalid block. */
function refusalOf(error: unknown): NativerollError {
  if (error instanceof NativerollError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new InvalidBlock('EXECUTION_FAULT', `Execution stopped: ${reason}`, { cause: error })
}

function equals(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0
}

function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && `0x${Buffer.from(bytes).toString('hex')}`
}
