import { type ChainConfig, Common, type ParamsDict } from '@ethereumjs/common'
import { customCrypto } from '../crypto/customCrypto.ts'
import { NativerollError } from '../errors.ts'

/** Filled once the constructor of `Common` is through, which calls the methods below. */
type Answers = {
  active: Set<number>
  parameters: Map<string, bigint>
  reached: Map<string, boolean>
  merged: Set<ParamsDict>
}

/**
 * EthereumJS' `Common` for exactly one fork, shared by every transaction, block and EVM of that fork. Stock `Common` is
 * copied for each transaction, merges its parameters anew each time and searches a list for each opcode; being immutable,
 * this one answers from maps.
 */
export class ForkCommon extends Common {
  private answers: Answers | undefined

  constructor(chain: ChainConfig, hardfork: string, eips: number[]) {
    super({ chain, hardfork, eips, customCrypto })
    this.answers = {
      active: new Set(this._activatedEIPsCache),
      parameters: new Map(),
      reached: new Map(),
      merged: new Set(),
    }
    // Each EVM subscribes here for fork changes, which never come: without this they would all stay in memory.
    this.events.on = () => this.events
  }

  override isActivatedEIP(eip: number): boolean {
    return this.answers === undefined ? super.isActivatedEIP(eip) : this.answers.active.has(eip)
  }

  override gteHardfork(hardfork: string): boolean {
    let reached = this.answers?.reached.get(hardfork)
    if (reached === undefined) {
      reached = super.gteHardfork(hardfork)
      this.answers?.reached.set(hardfork, reached)
    }
    return reached
  }

  override param(name: string): bigint {
    let value = this.answers?.parameters.get(name)
    if (value === undefined) {
      value = super.param(name)
      this.answers?.parameters.set(name, value)
    }
    return value
  }

  override updateParams(params: ParamsDict): void {
    if (this.answers?.merged.has(params)) return
    super.updateParams(params)
    this.answers?.merged.add(params)
    this.answers?.parameters.clear()
  }

  override copy(): Common {
    return this
  }

  override setHardfork(hardfork: string): void {
    if (this.answers !== undefined && hardfork !== this.hardfork()) {
      throw new NativerollError('FORK_IS_FIXED', `These rules are those of ${this.hardfork()}, not of ${hardfork}`, {
        value: hardfork,
        expected: this.hardfork(),
        hint: 'Ask the chain rules for the Common of the other fork.',
      })
    }
    super.setHardfork(hardfork)
  }
}
