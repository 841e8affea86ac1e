export type BoundedCache<K, V> = {
  /** The value of `key`, made if it is not there; the one that was not asked for the longest makes room. */
  getOrMake(key: K, make: () => V): V
  forget(key: K): void
}

export function createBoundedCache<K, V>(capacity: number): BoundedCache<K, V> {
  // A Map keeps the order of insertion: what is used is put in again, so the oldest stands first.
  const entries = new Map<K, V>()
  return {
    getOrMake(key, make) {
      const value = entries.has(key) ? entries.get(key)! : make()
      entries.delete(key)
      entries.set(key, value)
      if (entries.size > capacity) entries.delete(entries.keys().next().value as K)
      return value
    },
    forget(key) {
      entries.delete(key)
    },
  }
}
