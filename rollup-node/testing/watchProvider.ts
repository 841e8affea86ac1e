import type { L1Provider } from '../l1/L1Provider.ts'

/** The provider, and a promise for the n-th call of a method having been answered. */
export function watchProvider(
  provider: L1Provider,
): L1Provider & { answered(method: string, n: number): Promise<void> } {
  const counts = new Map<string, number>()
  const waiting: { method: string; n: number; resolve: () => void }[] = []
  return {
    ...provider,
    async request(request) {
      try {
        return await provider.request(request)
      } finally {
        const count = (counts.get(request.method) ?? 0) + 1
        counts.set(request.method, count)
        for (const { method, n, resolve } of waiting) if (method === request.method && count >= n) resolve()
      }
    },
    answered(method, n) {
      if ((counts.get(method) ?? 0) >= n) return Promise.resolve()
      return new Promise((resolve) => waiting.push({ method, n, resolve }))
    },
  }
}
