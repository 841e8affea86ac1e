/**
 * EIP-1193, the only way a rollup node reaches L1: a direct call inside one process, HTTP or WebSocket between processes.
 *
 * `subscribe` is what lets a caller of the same process (or a WebSocket) save the polling: it calls back whenever L1 may
 * have a new head, and returns the way to stop it.
 */
export type L1Provider = {
  request(request: { method: string; params?: unknown }): Promise<unknown>
  subscribe?(onHead: () => void): () => void
}
