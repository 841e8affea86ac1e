import { createHash } from 'node:crypto'
import { InvalidBlock } from '../errors.ts'
import { equalBytes } from '../state/accountCodec.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import type { Receipt } from '../types/Receipt.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { emptyRequestsHash, systemContracts } from './constants.ts'
import { processCheckedSystemTransaction } from './processSystemTransaction.ts'

const depositRequestType = 0
const withdrawalRequestType = 1
const consolidationRequestType = 2
const builderDepositRequestType = 3
const builderExitRequestType = 4

const depositTopic = hexToBytes('0x649bbc62d0e31342afea4e5cd82d4049e7e1ee912fc0889aa790803be39038c5')

/** Gathers the block's requests (EIP-7685; execution-specs `process_general_purpose_requests`), empty ones left out. */
export async function processGeneralPurposeRequests(env: BlockEnvironment, output: BlockOutput): Promise<void> {
  const nothing = new Uint8Array(0)
  const add = (type: number, data: Uint8Array) => {
    if (data.length > 0) output.requests.push(Uint8Array.of(type, ...data))
  }
  add(depositRequestType, parseDepositRequests(output.receipts, env.rules.depositContract))
  add(withdrawalRequestType, await processCheckedSystemTransaction(env, systemContracts.withdrawalRequests, nothing))
  add(
    consolidationRequestType,
    await processCheckedSystemTransaction(env, systemContracts.consolidationRequests, nothing),
  )
  if (env.common.isActivatedEIP(8282)) {
    add(builderDepositRequestType, await processCheckedSystemTransaction(env, systemContracts.builderDeposits, nothing))
    add(builderExitRequestType, await processCheckedSystemTransaction(env, systemContracts.builderExits, nothing))
  }
}

/** EIP-7685: sha256 of the concatenated sha256 of each request. */
export function computeRequestsHash(requests: readonly Uint8Array[]): Uint8Array {
  if (requests.length === 0) return emptyRequestsHash
  const hash = createHash('sha256')
  for (const request of requests) hash.update(createHash('sha256').update(request).digest())
  return new Uint8Array(hash.digest())
}

/**
 * EIP-6110: the deposit contract's logs as one request's data.
 * @throws InvalidBlock INVALID_DEPOSIT_LOG
 */
function parseDepositRequests(receipts: readonly Receipt[], depositContract: Uint8Array): Uint8Array {
  const deposits: Uint8Array[] = []
  for (const { address, topics, data } of receipts.flatMap(({ logs }) => logs)) {
    if (equalBytes(address, depositContract) && topics[0] !== undefined && equalBytes(topics[0], depositTopic)) {
      deposits.push(extractDepositData(data))
    }
  }
  return new Uint8Array(Buffer.concat(deposits))
}

/** ABI encoding of five byte strings whose lengths never vary, so their places are fixed. */
const depositFields = [
  { name: 'pubkey', at: 160, size: 48 },
  { name: 'withdrawal credentials', at: 256, size: 32 },
  { name: 'amount', at: 320, size: 8 },
  { name: 'signature', at: 384, size: 96 },
  { name: 'index', at: 512, size: 8 },
] as const

function extractDepositData(data: Uint8Array): Uint8Array {
  if (data.length !== 576) throw invalidDeposit('length', data.length, 576)
  const word = (at: number) => BigInt(`0x${Buffer.from(data.subarray(at, at + 32)).toString('hex')}`)
  return new Uint8Array(
    Buffer.concat(
      depositFields.map(({ name, at, size }, index) => {
        if (word(32 * index) !== BigInt(at)) throw invalidDeposit(`${name} offset`, word(32 * index), at)
        if (word(at) !== BigInt(size)) throw invalidDeposit(`${name} size`, word(at), size)
        return data.subarray(at + 32, at + 32 + size)
      }),
    ),
  )
}

function invalidDeposit(what: string, value: unknown, expected: number): InvalidBlock {
  return new InvalidBlock('INVALID_DEPOSIT_LOG', `A deposit's log has a wrong ${what}`, { value, expected })
}
