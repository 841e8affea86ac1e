import { NativerollError } from '../execute/index.ts'

/** What goes wrong in an execution node, other than a JSON-RPC answer (RpcError). */
export class ChainError extends NativerollError {
  override name = 'ChainError'
}
