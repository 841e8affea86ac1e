/** `target` with further properties, each of which is computed when it is first read. */
export function lazily<T extends object, L extends object>(
  target: T,
  properties: { [key in keyof L]: () => L[key] },
): T & L {
  for (const [key, compute] of Object.entries<() => unknown>(properties)) {
    Object.defineProperty(target, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = compute()
        Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
        return value
      },
    })
  }
  return target as T & L
}
