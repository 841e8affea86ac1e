import { type Hex, numberToHex, parseEther } from 'viem'
import type { BlobSidecar, ExecutionNode } from '../../chain/index.ts'
import { addresses, rollupRegistryAbi } from '../../contracts/index.ts'
import { infraKey } from '../keys.ts'
import { createL1Client } from '../l1/createL1Client.ts'
import { createRollupContract } from '../l1/RollupContract.ts'
import { describeRevert } from '../l1/revertReason.ts'
import { createTransactionSender, type MinedTransaction } from '../l1/TransactionSender.ts'
import { TRANSACTION_GAS_CAP } from '../settler/advanceGas.ts'
import { L1_CHAIN_ID, type TestNetwork } from './createTestNetwork.ts'

export type Adversary = {
  /** Sends calldata to the rollup's L1 contract. Resolves with why L1 refused it, having checked that nothing changed there. */
  refused(calldata: Hex, options?: { gas?: bigint }): Promise<string>
  /** Sends calldata with blobs (or none); resolves once mined. */
  send(calldata: Hex, options?: { gas?: bigint; sidecar?: BlobSidecar }): Promise<MinedTransaction>
  /** What L1 knows of the rollup: head, and the registry's entries up to block 20. */
  recorded(): Promise<unknown>
  stop(): void
}

/** Somebody with ether on L1 and no other right, which is all that `post` and `advance` ask for. */
export async function createAdversary({ l1, provider, logger }: TestNetwork, chainId = 901): Promise<Adversary> {
  const client = createL1Client(provider)
  const contract = createRollupContract(client, chainId)
  const sender = createTransactionSender(
    { provider, privateKey: infraKey('relayer', 666), chainId: L1_CHAIN_ID },
    { logger },
  )
  await setBalance(l1, sender.address)

  async function recorded() {
    const settled = Array.from({ length: 20 }, (_, number) =>
      client.readContract({
        address: addresses.rollupRegistry,
        abi: rollupRegistryAbi,
        functionName: 'settled',
        args: [BigInt(chainId), BigInt(number)],
      }),
    )
    return { head: await contract.head(), settled: await Promise.all(settled) }
  }

  const send: Adversary['send'] = async (data, { gas = TRANSACTION_GAS_CAP, sidecar } = {}) => {
    const intent = { label: 'attack', to: contract.address, data, gas, ...(sidecar && { sidecar }) }
    return (await sender.send(intent))!
  }

  return {
    send,
    recorded,
    async refused(data, { gas = TRANSACTION_GAS_CAP } = {}) {
      const before = JSON.stringify(await recorded(), printBigint)
      const reason = await client
        .call({ account: sender.address, to: contract.address, data, gas })
        .then(() => 'accepted', describeRevert)
      const { status } = await send(data, { gas })
      if (status === 'success') return 'accepted'
      const after = JSON.stringify(await recorded(), printBigint)
      return after === before ? reason : `${reason}, but L1 changed: ${before} became ${after}`
    },
    stop: () => sender.stop(),
  }
}

async function setBalance(l1: ExecutionNode, address: string): Promise<void> {
  await l1.request({ method: 'anvil_setBalance', params: [address, numberToHex(parseEther('1000'))] })
}

const printBigint = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
