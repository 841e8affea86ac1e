import { NativerollError } from '../execute/index.ts'

/** What goes wrong between a rollup and its L1. */
export class RollupError extends NativerollError {
  override readonly name = 'RollupError'
}
