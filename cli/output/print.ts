/** One line of result on stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** A result for machines: one JSON document on stdout, wei and block numbers as JSON-RPC's 0x… quantities. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `0x${inner.toString(16)}` : inner), 2))
}
