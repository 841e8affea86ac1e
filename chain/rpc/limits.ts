/** What one client may ask of a node. Every limit is a positive number. */
export type RpcLimits = {
  /** Bytes of one HTTP body or WebSocket message. Above it: HTTP 413, WebSocket close code 1009. */
  bodyBytes: number
  /** Requests in one batch. Above it the whole batch gets one error. */
  batchSize: number
  /** Bytes of the answers to one batch; requests past it get an error each (go-ethereum's BatchResponseMaxSize). */
  batchResponseBytes: number
  /** Open WebSocket connections. */
  connections: number
  /** Requests of one WebSocket connection that run at the same time; further ones wait. */
  requestsPerConnection: number
  /** Bytes waiting to be sent to one WebSocket connection. A reader slower than that is dropped. */
  backlogBytes: number
  /** Milliseconds between pings; a connection that has not answered the previous ping is dropped. */
  pingInterval: number
  /** Subscriptions of one WebSocket connection. */
  subscriptions: number
  /** Filters of `eth_newFilter` and its kin that may exist at one time. */
  filters: number
  /** Milliseconds after which a filter that nobody reads is dropped (go-ethereum: five minutes). */
  filterExpiry: number
  /** Gas of all calls of one `eth_call`, `eth_estimateGas`, `eth_simulateV1` or traced call (go-ethereum's `--rpc.gascap`). */
  callGas: number
  /** Blocks of one query for logs. Infinity: the whole chain, as with go-ethereum and anvil. */
  logBlocks: number
  /** Logs in the answer to one query; the error names a range that fits, in words that indexers know. */
  logResults: number
  /** Bytes, about, of the answer to one request for traces. */
  traceBytes: number
  /** Milliseconds for one request for traces; its `timeout` may ask for less. */
  traceTime: number
}

export const defaultRpcLimits: RpcLimits = {
  bodyBytes: 5_000_000,
  batchSize: 1_000,
  batchResponseBytes: 25_000_000,
  connections: 1_000,
  requestsPerConnection: 64,
  backlogBytes: 16_000_000,
  pingInterval: 30_000,
  subscriptions: 1_000,
  filters: 10_000,
  filterExpiry: 300_000,
  callGas: 50_000_000,
  logBlocks: Number.POSITIVE_INFINITY,
  logResults: 100_000,
  traceBytes: 200_000_000,
  traceTime: 60_000,
}

/** Six blobs with their EIP-7594 cell proofs are 1.65 MB as hex; a batch of several such transactions must fit. */
export const blobBodyBytes = 16_000_000
