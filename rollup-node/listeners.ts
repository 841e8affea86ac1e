/** One kind of event and those who listen to it. */
export type Listeners<Event> = {
  emit(event: Event): void
  /** Returns the way to stop listening. */
  add(listener: (event: Event) => void): () => void
}

export function createListeners<Event>(): Listeners<Event> {
  const listeners = new Set<(event: Event) => void>()
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event)
    },
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
