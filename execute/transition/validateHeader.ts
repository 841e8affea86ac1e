import { InvalidBlock } from '../errors.ts'
import { hashHeader } from '../rlp/header.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { equalBytes } from '../state/accountCodec.ts'
import type { Fork } from '../types/Fork.ts'
import type { Header } from '../types/Header.ts'
import { emptyOmmersHash } from './constants.ts'
import { calculateBaseFee, calculateExcessBlobGas, checkGasLimit } from './feeMarket.ts'

/** Header fields and the fork that brought them. */
const fieldsSince: [fork: Fork, fields: (keyof Header)[]][] = [
  ['london', ['baseFeePerGas']],
  ['shanghai', ['withdrawalsRoot']],
  ['cancun', ['blobGasUsed', 'excessBlobGas', 'parentBeaconBlockRoot']],
  ['prague', ['requestsHash']],
  ['amsterdam', ['blockAccessListHash', 'slotNumber']],
]

/**
 * What a header must be on its parent, before anything executes (execution-specs `validate_header`).
 * Proof of work of blocks before the merge is not verified.
 * @throws InvalidBlock naming the rule
 */
export function validateHeader(rules: ChainRules, parent: Header, header: Header): void {
  const { timestamp, number } = header
  for (const [fork, fields] of fieldsSince) {
    const expected = rules.isActive(fork, timestamp, number)
    for (const field of fields) {
      if ((header[field] !== undefined) !== expected) {
        fail(
          'WRONG_HEADER_FIELDS',
          `Header field ${field} must be ${expected ? 'present' : 'absent'} here`,
          header[field],
          expected,
        )
      }
    }
  }
  const isMerged = rules.isActive('paris', timestamp, number)

  const excessBlobGas = calculateExcessBlobGas(rules, parent, timestamp)
  if (header.excessBlobGas !== excessBlobGas)
    fail('WRONG_EXCESS_BLOB_GAS', 'Wrong excess blob gas', header.excessBlobGas, excessBlobGas)
  if (header.gasUsed > header.gasLimit)
    fail('GAS_USED_EXCEEDS_LIMIT', 'Gas used exceeds the gas limit', header.gasUsed, header.gasLimit)
  checkGasLimit(rules, parent, timestamp, header.gasLimit)
  const baseFee = calculateBaseFee(rules, parent, timestamp)
  if (header.baseFeePerGas !== baseFee) fail('WRONG_BASE_FEE', 'Wrong base fee', header.baseFeePerGas, baseFee)
  if (timestamp <= parent.timestamp) {
    fail(
      'TIMESTAMP_NOT_AFTER_PARENT',
      "The timestamp is not after the parent's",
      timestamp,
      `more than ${parent.timestamp}`,
    )
  }
  if (number !== parent.number + 1n) fail('WRONG_NUMBER', 'Wrong block number', number, parent.number + 1n)
  if (header.extraData.length > 32)
    fail('EXTRA_DATA_TOO_LONG', 'Extra data is too long', header.extraData.length, 'at most 32 bytes')
  if (isMerged) {
    if (header.difficulty !== 0n) fail('WRONG_DIFFICULTY', 'Difficulty is not zero', header.difficulty, 0n)
    if (header.nonce.some((byte) => byte !== 0))
      fail('WRONG_NONCE', 'The nonce is not zero', header.nonce, '8 zero bytes')
    if (!equalBytes(header.ommersHash, emptyOmmersHash))
      fail('WRONG_OMMERS_HASH', 'There are ommers', header.ommersHash, emptyOmmersHash)
  }
  const parentHash = hashHeader(parent)
  if (!equalBytes(header.parentHash, parentHash))
    fail('WRONG_PARENT_HASH', "The parent hash is not the parent's", header.parentHash, parentHash)
}

function fail(code: string, message: string, value: unknown, expected: unknown): never {
  throw new InvalidBlock(code, message, { value, expected })
}
