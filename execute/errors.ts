import type { Hex } from './types/Hex.ts'

/** What every error of this project carries besides its message. */
export type NativerollErrorOptions = {
  /** The offending value, as the caller gave it. */
  value?: unknown
  /** What would have been right. */
  expected?: unknown
  /** What to do next, one sentence. */
  hint?: string
  cause?: unknown
}

/** Base of all errors thrown by nativeroll: switch on `code`, which is stable; the message is for people. */
export class NativerollError extends Error {
  override name = 'NativerollError'
  readonly code: string
  readonly value: unknown
  readonly expected: unknown
  readonly hint: string | undefined

  constructor(code: string, message: string, options: NativerollErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.value = options.value
    this.expected = options.expected
    this.hint = options.hint
  }
}

/** The block breaks a rule of the protocol; `code` names the rule (`WRONG_STATE_ROOT`, `WRONG_BASE_FEE`, …). */
export class InvalidBlock extends NativerollError {
  override name = 'InvalidBlock'
}

/** The transaction cannot be included in this block; `code` names why (`NONCE_TOO_LOW`, `INSUFFICIENT_FUNDS`, …). */
export class InvalidTransaction extends NativerollError {
  override name = 'InvalidTransaction'
}

/** The block has too little left of a gas that a precompile sells (`GasMarket`) for what the transaction asks of it. */
export class PrecompileGasExceeded extends InvalidTransaction {
  /** Address of the precompile. */
  readonly precompile: Hex
  /** All that the transaction asks of it. */
  readonly asked: bigint
  readonly left: bigint
  /** What a whole block has of it, which is enough. */
  readonly limit: bigint

  constructor(precompile: Hex, { asked, left, limit }: { asked: bigint; left: bigint; limit: bigint }) {
    const message = `The transaction asks precompile ${precompile} for ${asked} gas, and ${left} are left in the block`
    super('BLOCK_PRECOMPILE_GAS_EXCEEDED', message, { value: asked, expected: `at most ${left}` })
    this.precompile = precompile
    this.asked = asked
    this.left = left
    this.limit = limit
  }
}

/**
 * Data that execution needs is not there: a trie node, a code or an ancestor's hash. Never a result of the EVM: it aborts
 * the block or the call, because a gap that reads as "empty" would give a wrong root.
 */
export class MissingData extends NativerollError {
  override name = 'MissingData'
}

/** Thrown by a precompile: the call fails and all gas forwarded to it is gone; the transaction stays includable. */
export class ExceptionalHalt extends NativerollError {
  override name = 'ExceptionalHalt'

  constructor(message: string, options: NativerollErrorOptions = {}) {
    super('EXCEPTIONAL_HALT', message, options)
  }
}
