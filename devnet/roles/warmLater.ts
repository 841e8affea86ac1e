import type { Kzg } from '../../chain/index.ts'

/** Milliseconds. KZG's set-up takes two seconds of CPU: not while all parts of a devnet are booting. */
const delay = 1_500

/** Sets KZG up once the start is over, so that the first blob does not wait for it. Whoever needs it meets its errors again. */
export function warmLater(kzg: Kzg): void {
  setTimeout(() => kzg.warm().catch(() => {}), delay).unref()
}
