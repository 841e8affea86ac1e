import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  decodeEventLog,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
  parseEther,
} from 'viem'
import { addresses, nativeRollupAddress } from '../addresses.ts'
import { gatewayAbi } from '../generated/Gateway.ts'
import { l1GatewayAbi } from '../generated/L1Gateway.ts'
import { rollupRegistryAbi } from '../generated/RollupRegistry.ts'
import { l1Alloc } from '../genesis/l1Alloc.ts'
import { l2Alloc } from '../genesis/l2Alloc.ts'
import { integer, mappingSlot } from '../genesis/storage.ts'
import { type Chain, headerOf, sender, startChain } from './Chain.ts'

export type Deliver = ContractFunctionArgs<typeof gatewayAbi, 'nonpayable', 'deliver'>
export type Message = Deliver[0]
export type Proof = Deliver[1]

/** Wei that each rollup of a world has in circulation at genesis. */
export const CIRCULATING = parseEther('10000')

export type World = Awaited<ReturnType<typeof createWorld>>

/**
 * L1 (900) and two rollups (901, 902), each an anvil with the genesis of a devnet. Anvil has no EXECUTE and anchors nothing, so
 * two things are done by hand: `settle` writes to the registry in the rollup contract's name, `anchor` writes the EIP-4788 ring.
 */
export async function createWorld() {
  const balances = { [sender.address]: CIRCULATING }
  const rollup = (chainId: number) => ({
    chainId,
    gasLimit: 10_000_000n,
    sequencer: sender.address,
    genesisHash: keccak256(numberToHex(chainId)),
    genesisTimestamp: 0n,
    circulating: CIRCULATING,
  })
  const [l1, r1, r2] = await Promise.all([
    startChain(900, l1Alloc({ balances, rollups: [rollup(901), rollup(902)], registrar: sender.address })),
    startChain(901, l2Alloc({ l1ChainId: 900, balances })),
    startChain(902, l2Alloc({ l1ChainId: 900, balances })),
  ])
  const chainOf = (chainId: bigint): Chain => [l1, r1, r2].find((chain) => BigInt(chain.chainId) === chainId)!
  const gatewayOf = (chain: Chain): Address => (chain === l1 ? addresses.l1Gateway : addresses.gateway)

  async function write(chain: Chain, to: Address, data: Hex, options: { value?: bigint; gas?: bigint } = {}) {
    const hash = await chain.client.sendTransaction({ to, data, ...options })
    const receipt = await chain.client.waitForTransactionReceipt({ hash })
    const events = receipt.logs.flatMap((log) => {
      if (log.address.toLowerCase() !== gatewayOf(chain)) return []
      return [decodeEventLog({ abi: gatewayAbi, ...log })]
    })
    return { receipt, events }
  }

  async function deploy(chain: Chain, contract: { abi: Abi; bytecode: Hex }, args: unknown[] = []): Promise<Address> {
    const hash = await chain.client.deployContract({ ...contract, args })
    const receipt = await chain.client.waitForTransactionReceipt({ hash })
    return getAddress(receipt.contractAddress!)
  }

  async function send(chain: Chain, data: Hex, value = 0n): Promise<Message> {
    const { events } = await write(chain, gatewayOf(chain), data, { value })
    const queued = events.find((event) => event.eventName === 'MessageQueued')!
    return queued.args.message
  }

  const sendTo = (
    from: Chain,
    to: Chain,
    recipient: Address,
    options: { payload?: Hex; gasLimit?: bigint; value?: bigint } = {},
  ) =>
    send(
      from,
      encodeFunctionData({
        abi: gatewayAbi,
        functionName: 'send',
        args: [BigInt(to.chainId), recipient, options.payload ?? '0x', options.gasLimit ?? 0n],
      }),
      options.value,
    )

  /** Seals a block of a rollup and records its hash on L1 as settled. */
  async function settle(chain: Chain) {
    await chain.client.mine({ blocks: 1 })
    const head = await headerOf(chain.client)
    const account = nativeRollupAddress(chain.chainId)
    await l1.client.impersonateAccount({ address: account })
    await l1.client.setBalance({ address: account, value: parseEther('1') })
    const hash = await l1.client.writeContract({
      account,
      address: addresses.rollupRegistry,
      abi: rollupRegistryAbi,
      functionName: 'record',
      args: [BigInt(chain.chainId), head.number, head.hash],
    })
    await l1.client.waitForTransactionReceipt({ hash })
    return head
  }

  /** Makes L1's head the anchor of a new block of a rollup. */
  async function anchor(chain: Chain) {
    await l1.client.mine({ blocks: 1 })
    const l1Head = await headerOf(l1.client)
    await chain.client.mine({ blocks: 1 })
    const { timestamp } = await headerOf(chain.client)
    const write = (index: bigint, value: Hex) =>
      chain.client.setStorageAt({ address: addresses.beaconRoots, index: integer(index), value })
    await write(timestamp % 8191n, integer(timestamp))
    await write((timestamp % 8191n) + 8191n, l1Head.hash)
    return { ...l1Head, anchorTimestamp: timestamp }
  }

  const outboxSlot = (message: Message): Hex => mappingSlot(0, messageId(message))

  async function storageProof(chain: Chain, address: Address, slot: Hex, blockNumber: bigint) {
    const proof = await chain.client.getProof({ address, storageKeys: [slot], blockNumber })
    return { account: proof.accountProof, storage: proof.storageProof[0]!.proof }
  }

  /** Settles and anchors what the route needs, then collects every hop. */
  async function prove(message: Message): Promise<Proof> {
    const [source, destination] = [chainOf(message.sourceChainId), chainOf(message.destinationChainId)]
    const settled = source === l1 ? undefined : await settle(source)
    const l1Head = destination === l1 ? undefined : await anchor(destination)
    const registry =
      settled && l1Head
        ? await storageProof(l1, addresses.rollupRegistry, settledSlot(source.chainId, settled.number), l1Head.number)
        : undefined
    const outbox = await storageProof(
      source,
      addresses.outbox,
      outboxSlot(message),
      settled ? settled.number : l1Head!.number,
    )
    return {
      anchorTimestamp: l1Head?.anchorTimestamp ?? 0n,
      l1Number: l1Head?.number ?? 0n,
      l1Header: l1Head?.header ?? '0x',
      registryAccountProof: registry?.account ?? [],
      registryStorageProof: registry?.storage ?? [],
      sourceNumber: settled?.number ?? 0n,
      sourceHeader: settled?.header ?? '0x',
      outboxAccountProof: outbox.account,
      outboxStorageProof: outbox.storage,
    }
  }

  /** Gateways by their own ABIs: L1's and a rollup's have the same functions but not the same errors. */
  const call = (chain: Chain, functionName: 'deliver' | 'retry', args: Deliver | [Message], gas?: bigint) => {
    const abi: Abi = chain === l1 ? l1GatewayAbi : gatewayAbi
    return { abi, functionName, args: args as unknown[], account: sender, address: gatewayOf(chain), gas }
  }

  /** Delivers, or throws the gateway's error. */
  async function deliver(message: Message, proof: Proof, { gas }: { gas?: bigint } = {}) {
    const chain = chainOf(message.destinationChainId)
    const request = call(chain, 'deliver', [message, proof], gas)
    await chain.client.simulateContract(request)
    return write(chain, request.address, encodeFunctionData(request), { gas })
  }

  async function retry(message: Message) {
    const chain = chainOf(message.destinationChainId)
    const request = call(chain, 'retry', [message])
    await chain.client.simulateContract(request)
    return write(chain, request.address, encodeFunctionData(request))
  }

  const stop = async () => void (await Promise.all([l1, r1, r2].map((chain) => chain.stop())))
  return { l1, r1, r2, gatewayOf, outboxSlot, write, deploy, send, sendTo, settle, anchor, prove, deliver, retry, stop }
}

/** Slot of `settled[chainId][number]` in RollupRegistry. */
const settledSlot = (chainId: number, number: bigint): Hex => mappingSlot(mappingSlot(0, chainId), number)

const messageType = gatewayAbi.find((entry) => entry.type === 'function' && entry.name === 'deliver')!.inputs[0]

/** `keccak256(abi.encode(uint256(1), message))`. */
export const messageId = (message: Message): Hex =>
  keccak256(encodeAbiParameters([{ type: 'uint256' }, messageType], [1n, message]))
