import type { Address, Client, Hex } from 'viem'
import { getProof } from 'viem/actions'
import { addresses } from '../../contracts/index.ts'
import { DevnetError } from '../errors.ts'
import { type FetchedHeader, fetchHeader } from './fetchHeader.ts'
import type { Message } from './Message.ts'
import { messageId } from './messageId.ts'
import { readAnchor } from './readAnchor.ts'
import { readSettledHead } from './readSettledHead.ts'
import { outboxSlot, settledSlot } from './slots.ts'

/** `Proof` of the gateways: headers and `eth_getProof` output for every hop. Hops that a route does not have are empty. */
export type MessageProof = {
  anchorTimestamp: bigint
  l1Number: bigint
  l1Header: Hex
  registryAccountProof: readonly Hex[]
  registryStorageProof: readonly Hex[]
  sourceNumber: bigint
  sourceHeader: Hex
  outboxAccountProof: readonly Hex[]
  outboxStorageProof: readonly Hex[]
}

export type BuildMessageProofParameters = {
  message: Message
  /** Block of the source chain that holds the message. */
  blockNumber: bigint
  /** Clients of the chains on the way; `l1` may be the source or the destination too. */
  source: Client
  destination: Client
  l1: Client
}

const noProof: MessageProof = {
  anchorTimestamp: 0n,
  l1Number: 0n,
  l1Header: '0x',
  registryAccountProof: [],
  registryStorageProof: [],
  sourceNumber: 0n,
  sourceHeader: '0x',
  outboxAccountProof: [],
  outboxStorageProof: [],
}

/**
 * Proves a message to its destination, from what the chains answer now.
 * Errors: NOT_PROVABLE, which says what has to happen first.
 */
export async function buildMessageProof(parameters: BuildMessageProofParameters): Promise<MessageProof> {
  const { message, blockNumber, source, destination, l1 } = parameters
  const slot = outboxSlot(messageId(message))
  const l1ChainId = BigInt(await chainIdOf(l1))

  if (message.destinationChainId === l1ChainId) {
    const sourceNumber = await settledSince(l1, message.sourceChainId, blockNumber)
    const [header, outbox] = await Promise.all([
      headerOf(source, sourceNumber),
      proveSlot(source, addresses.outbox, slot, sourceNumber),
    ])
    return { ...noProof, sourceNumber, sourceHeader: header.rlp, ...asOutbox(outbox) }
  }

  const anchor = await readAnchor(destination, l1)
  if (anchor === undefined)
    throw notProvable(message, 'its newest block is anchored to an L1 block that L1 does not have')
  const { l1Number } = anchor
  const throughL1 = { anchorTimestamp: anchor.timestamp, l1Number }

  if (message.sourceChainId === l1ChainId) {
    if (l1Number < blockNumber) {
      throw notProvable(message, `it is anchored to L1 block ${l1Number}, the message is in block ${blockNumber}`)
    }
    const [l1Header, outbox] = await Promise.all([
      headerOf(l1, anchor.l1Hash),
      proveSlot(l1, addresses.outbox, slot, l1Number),
    ])
    return { ...noProof, ...throughL1, l1Header: l1Header.rlp, ...asOutbox(outbox) }
  }

  const sourceNumber = await settledSince(l1, message.sourceChainId, blockNumber, l1Number)
  const [l1Header, registry, sourceHeader, outbox] = await Promise.all([
    headerOf(l1, anchor.l1Hash),
    proveSlot(l1, addresses.rollupRegistry, settledSlot(message.sourceChainId, sourceNumber), l1Number),
    headerOf(source, sourceNumber),
    proveSlot(source, addresses.outbox, slot, sourceNumber),
  ])
  return {
    ...throughL1,
    l1Header: l1Header.rlp,
    registryAccountProof: registry.account,
    registryStorageProof: registry.storage,
    sourceNumber,
    sourceHeader: sourceHeader.rlp,
    ...asOutbox(outbox),
  }
}

/** The newest block of the source that L1 had settled at `l1Number`, if it is not older than the message. */
async function settledSince(
  l1: Client,
  sourceChainId: bigint,
  blockNumber: bigint,
  l1Number?: bigint,
): Promise<bigint> {
  const settled = await readSettledHead(l1, sourceChainId, l1Number)
  if (settled >= blockNumber) return settled
  const where =
    l1Number === undefined ? 'L1 has' : `at L1 block ${l1Number}, to which the destination is anchored, L1 had`
  throw new DevnetError('NOT_PROVABLE', `${where} settled chain ${sourceChainId} up to block ${settled}`, {
    value: settled,
    expected: `block ${blockNumber}, which holds the message`,
    hint: 'wait for the settlement, or ask for it with nativeroll advance',
  })
}

function notProvable(message: Message, reason: string): DevnetError {
  return new DevnetError('NOT_PROVABLE', `chain ${message.destinationChainId} cannot see the message: ${reason}`, {
    value: messageId(message),
    expected: 'a block of the destination anchored to a newer L1 block',
    hint: 'send any transaction on the destination, so that its next block has a fresh anchor',
  })
}

async function chainIdOf(client: Client): Promise<number> {
  return client.chain?.id ?? Number(await client.request({ method: 'eth_chainId' } as never))
}

async function headerOf(client: Client, block: Hex | bigint): Promise<FetchedHeader> {
  const header = await fetchHeader(client as never, block)
  if (header) return header
  throw new DevnetError('NOT_PROVABLE', `chain ${client.chain?.name ?? ''} has no block ${block}`, {
    value: block,
    expected: 'a block of the chain',
    hint: 'the chain was reorganised; try again',
  })
}

async function proveSlot(client: Client, address: Address, slot: Hex, blockNumber: bigint) {
  const proof = await getProof(client, { address, storageKeys: [slot], blockNumber })
  return { account: proof.accountProof, storage: proof.storageProof[0]!.proof }
}

function asOutbox({ account, storage }: { account: readonly Hex[]; storage: readonly Hex[] }) {
  return { outboxAccountProof: account, outboxStorageProof: storage }
}
