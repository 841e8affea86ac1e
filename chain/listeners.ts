export type Listeners<T> = {
  /** Returns the way to stop listening. */
  add(listener: (event: T) => void): () => void
  emit(event: T): void
}

/** A typed list of listeners, called in the order in which they were added. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(event: T) => void>()
  return {
    add(listener) {
      // Wrapped, so that the same function may be added twice and removed once.
      const entry = (event: T) => listener(event)
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    emit(event) {
      for (const listener of [...listeners]) listener(event)
    },
  }
}
