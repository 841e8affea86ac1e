import type { SessionFile } from '../devnet/index.ts'
import { UsageError } from './UsageError.ts'

/** A chain of the session by name. Errors: ARGUMENT_INVALID, which names those there are. */
export function chainOf(session: SessionFile, name: string): SessionFile['chains'][string] {
  const chain = session.chains[name]
  if (chain) return chain
  throw new UsageError(`there is no chain ${JSON.stringify(name)}`, {
    value: name,
    expected: `one of ${Object.keys(session.chains).join(', ')}`,
  })
}
