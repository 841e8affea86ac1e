import type {
  Address,
  Chain,
  Client,
  Hash,
  Hex,
  PrivateKeyAccount,
  PublicActions,
  TestClient,
  Transport,
  WalletActions,
} from 'viem'
import type { Obstacle } from '../rollup-node/index.ts'
import type { ExecuteGasStatus } from './l1/executeGasMethods.ts'
import type { Message, MessageStatus, MessageTrace } from './messaging/Message.ts'

/** One of the ten well-known development accounts, funded on every chain. */
export type DevAccount = { index: number; address: Address; privateKey: Hex }

/** A viem client with public and wallet actions; `sendTransaction` signs with the account given to it, or with development account 0. */
export type ChainClient = Client<
  Transport,
  Chain,
  PrivateKeyAccount,
  undefined,
  PublicActions<Transport, Chain, PrivateKeyAccount> & WalletActions<Chain, PrivateKeyAccount>
>

/** Minimal EIP-1193 provider: what every part needs to talk to a chain, in process or over HTTP. */
export type ChainProvider = { request(args: { method: string; params?: unknown }): Promise<unknown> }

export type ChainHandle = ChainProvider & {
  name: string
  chainId: number
  /** Polls every 50 ms. */
  client: ChainClient
  /** `http://host:port`; undefined while the chain serves no port. */
  url?: string
  wsUrl?: string
  /** Path of the chain's log file, when it has one. */
  log?: string
  /** Contracts by name. */
  contracts: Record<string, Address>
  /** Opens a port on demand (`0`: chosen by the operating system) and fills in `url` and `wsUrl`. */
  listen(options?: { host?: string; port?: number }): Promise<{ http: string; ws: string }>
}

export type L1Handle = ChainHandle & { testClient: TestClient<'anvil', Transport, Chain> }

export type RollupHandle = ChainHandle & {
  /** Settles what is sealed so far (all of it, or at most `blocks`), whatever the settle mode. */
  advance(options?: { blocks?: number }): Promise<Advance>
}

/** What one call of `advance` settled. */
export type Advance = {
  rollup: string
  /** Inclusive range of settled L2 blocks; absent when there was nothing to settle. */
  first?: bigint
  last?: bigint
  /** L1 gas of all transactions together. */
  gasUsed: bigint
  transactionHashes: Hash[]
}

/** One step of a message on its way, in the order it happens. */
export type Hop = {
  step: 'sent' | 'settled' | 'anchored' | 'delivered' | 'failed'
  chain: string
  blockNumber: bigint
  /** Unix seconds of the block. */
  timestamp: bigint
  transactionHash?: Hash
  /** Milliseconds of wall time since the operation began; absent in a trace read back from the chains. */
  ms?: number
}

/** A message that was sent, and, unless `wait: false`, followed until it was delivered. */
export type Transfer = {
  id: Hash
  message: Message
  source: string
  destination: string
  status: MessageStatus
  hops: Hop[]
}

export type TransferOptions = {
  /** Who signs and pays: address or index of a development account, or any private key. @default 0 */
  account?: Address | number | Hex
  /** Follow the message until it is delivered. @default true */
  wait?: boolean
  /** Milliseconds to wait for the delivery. @default 60_000 */
  timeout?: number
  onHop?: (hop: Hop) => void
}

export type DepositParameters = TransferOptions & {
  rollup: string
  /** wei */
  value: bigint
  /** @default the sender */
  recipient?: Address
}

export type WithdrawParameters = DepositParameters

export type MessageParameters = {
  id: Hash
  /** Who signs and pays: address or index of a development account, or any private key. @default 0 */
  account?: Address | number | Hex
}

export type SendParameters = TransferOptions & {
  /** Chain names: `l1`, `r1`, … */
  source: string
  destination: string
  /** wei @default 0n */
  value?: bigint
  /** @default the sender */
  recipient?: Address
  /** What the recipient is called with. @default '0x' */
  data?: Hex
  /**
   * `true`: `data` is the recipient's calldata. `false`: it is the payload of ERC-7786's `receiveMessage`.
   * @default true when there is data
   */
  rawCall?: boolean
  /** Gas the recipient's call gets at least. */
  gasLimit?: bigint
  /** Unix seconds before which it must not be delivered. */
  deliverAfter?: bigint
}

export type ChainStatus = {
  name: string
  chainId: number
  kind: 'l1' | 'rollup'
  /** `latest` = sequenced, `safe` = its data is in an L1 block, `finalized` = settled by EXECUTE. */
  latest: bigint
  safe: bigint
  finalized: bigint
  /** Unix seconds of `latest`. */
  timestamp: bigint
  /** Blocks sequenced and not settled; 0 on L1. */
  lag: bigint
  /** Of an L1 where EXECUTE gas has a market. */
  executeGas?: ExecuteGasStatus
  /** What keeps a rollup's node from settling, and what to do about it. */
  obstacle?: Obstacle
  url?: string
}

export type DevnetStatus = {
  session?: string
  chains: ChainStatus[]
  /** Messages sent and not delivered yet. */
  pending: { id: Hash; source: string; destination: string; status: MessageStatus; reason?: string }[]
  delivered: number
}

export type Devnet = {
  l1: L1Handle
  rollups: Record<string, RollupHandle>
  /** L1 and the rollups, by name. */
  chains: Record<string, ChainHandle>
  accounts: DevAccount[]
  deposit(parameters: DepositParameters): Promise<Transfer>
  withdraw(parameters: WithdrawParameters): Promise<Transfer>
  send(parameters: SendParameters): Promise<Transfer>
  /** Resolves when the rollup's `finalized` head has reached the block (default: its `latest` now). */
  waitForFinalized(parameters: { rollup: string; blockNumber?: bigint; timeout?: number }): Promise<bigint>
  /** Resolves when the message is delivered; rejects with the recipient's revert data when delivery failed. */
  waitForMessage(parameters: { id: Hash; timeout?: number; onHop?: (hop: Hop) => void }): Promise<MessageTrace>
  messageTrace(id: Hash): Promise<MessageTrace>
  /** Delivers a message once more whose delivery failed. Rejects when its recipient refuses it again. */
  retryMessage(parameters: MessageParameters): Promise<MessageTrace>
  /** Proves and delivers a message by hand, where no relayer does. */
  relayMessage(parameters: MessageParameters): Promise<MessageTrace>
  advance(parameters: { rollup: string; blocks?: number }): Promise<Advance>
  /** Seals blocks now, even empty ones. @default `{ chain: 'l1', blocks: 1 }` */
  mine(parameters?: { chain?: string; blocks?: number }): Promise<{ chain: string; blockNumber: bigint }>
  /** Moves the time of every chain forward, in seconds, and seals an L1 block at the new time. */
  warp(seconds: number): Promise<{ timestamp: bigint }>
  status(): Promise<DevnetStatus>
  /** Ends everything this devnet started. Idempotent. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
