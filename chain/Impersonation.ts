import type { Hex } from 'viem'

/** The accounts that the node sends for without a signature, because a test said so. Addresses are lower case. */
export type Impersonation = {
  start(address: Hex): void
  stop(address: Hex): void
  /** Whether any account may be sent for. */
  setAll(enabled: boolean): void
  allows(address: Hex): boolean
}

export function createImpersonation(): Impersonation {
  const accounts = new Set<Hex>()
  let all = false
  return {
    start: (address) => void accounts.add(address),
    stop: (address) => void accounts.delete(address),
    setAll(enabled) {
      all = enabled
    },
    allows: (address) => all || accounts.has(address),
  }
}
