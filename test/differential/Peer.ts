import { gunzipSync } from 'node:zlib'
import type { TypedTransaction } from '@ethereumjs/tx'
import { type Hex, hexToBytes } from 'viem'
import type { GenesisAlloc, Header } from '../../execute/index.ts'
import { coinbase } from './accounts.ts'
import type { Anvil } from './startAnvil.ts'

export type PeerReceipt = {
  transactionHash: Hex
  status: Hex
  gasUsed: Hex
  cumulativeGasUsed: Hex
  effectiveGasPrice: Hex
  contractAddress: Hex | null
  logsBloom: Hex
  logs: { address: Hex; topics: Hex[]; data: Hex }[]
}

/** A block as anvil mined it. Its state root is not one; its hash is that of its header all the same. */
export type PeerBlock = { header: Header; hash: Hex; receipts: PeerReceipt[] }

type JsonBlock = Record<string, Hex> & { transactions: Hex[] }

/** Mines the transactions in one block. Whatever it does not take is forgotten. */
export async function mine(anvil: Anvil, transactions: TypedTransaction[], timestamp: bigint): Promise<PeerBlock> {
  for (const transaction of transactions) {
    await anvil.batch([['eth_sendRawTransaction', `0x${Buffer.from(transaction.serialize()).toString('hex')}`]])
  }
  await anvil.request('anvil_setCoinbase', coinbase)
  await anvil.request('evm_setNextBlockTimestamp', Number(timestamp))
  await anvil.request('evm_mine')
  const [block, receipts] = await anvil.batch([
    ['eth_getBlockByNumber', 'latest', false],
    ['eth_getBlockReceipts', 'latest'],
    ['anvil_dropAllTransactions'],
  ])
  return { ...blockOf(block as JsonBlock), receipts: receipts as PeerReceipt[] }
}

export async function latestBlock(anvil: Anvil): Promise<Omit<PeerBlock, 'receipts'>> {
  return blockOf(await anvil.request<JsonBlock>('eth_getBlockByNumber', 'latest', false))
}

function blockOf(block: JsonBlock): Omit<PeerBlock, 'receipts'> {
  const bytes = (name: string) => hexToBytes(block[name]!)
  const quantity = (name: string) => BigInt(block[name]!)
  const header: Header = {
    parentHash: bytes('parentHash'),
    ommersHash: bytes('sha3Uncles'),
    coinbase: bytes('miner'),
    stateRoot: bytes('stateRoot'),
    transactionsRoot: bytes('transactionsRoot'),
    receiptsRoot: bytes('receiptsRoot'),
    logsBloom: bytes('logsBloom'),
    difficulty: quantity('difficulty'),
    number: quantity('number'),
    gasLimit: quantity('gasLimit'),
    gasUsed: quantity('gasUsed'),
    timestamp: quantity('timestamp'),
    extraData: bytes('extraData'),
    prevRandao: bytes('mixHash'),
    nonce: bytes('nonce'),
    baseFeePerGas: quantity('baseFeePerGas'),
    withdrawalsRoot: bytes('withdrawalsRoot'),
    blobGasUsed: quantity('blobGasUsed'),
    excessBlobGas: quantity('excessBlobGas'),
    parentBeaconBlockRoot: bytes('parentBeaconBlockRoot'),
    requestsHash: bytes('requestsHash'),
  }
  return { header, hash: block.hash! }
}

type Dump = { accounts: { [address: Hex]: { nonce: number; balance: Hex; code: Hex; storage: { [slot: Hex]: Hex } } } }

/** All accounts that exist (EIP-161). */
export async function dumpState(anvil: Anvil): Promise<GenesisAlloc> {
  const packed = await anvil.request<Hex>('anvil_dumpState', false)
  const { accounts } = JSON.parse(gunzipSync(hexToBytes(packed)).toString()) as Dump
  return Object.fromEntries(
    Object.entries(accounts)
      .map(([address, { nonce, balance, code, storage }]): [Hex, GenesisAlloc[Hex]] => [
        address as Hex,
        { nonce: BigInt(nonce), balance: BigInt(balance), code, storage },
      ])
      .filter(([, { nonce, balance, code }]) => nonce !== 0n || balance !== 0n || code !== '0x'),
  )
}
