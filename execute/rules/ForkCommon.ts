import type { ParamsDict } from '@ethereumjs/common'
import { type ChainConfig, Common } from '@ethereumjs/common'
import { customCrypto } from '../crypto/customCrypto.ts'
import { NativerollError } from '../errors.ts'

/**
 * EthereumJS' `Common` for exactly one fork, shared by every transaction, block and EVM of that fork. Stock `Common` is
 * copied for each transaction, merges its parameters anew each time and searches a list for each opcode; being immutable,
 * this one answers from maps.
 */
export class ForkCommon extends Common {
  #active: Set<number> | undefined
  readonly #parameters = new Map<string, bigint>()
  readonly #merged = new Set<ParamsDict>()
  readonly #reached = new Map<string, boolean>()

  constructor(chain: ChainConfig, hardfork: string, eips: number[]) {
    super({ chain, hardfork, eips, customCrypto })
    this.#active = new Set(this.eips())
    // Each EVM subscribes here for fork changes, which never come: without this they would all stay in memory.
    this.events.on = () => this.events
  }

  override isActivatedEIP(eip: number): boolean {
    return this.#active === undefined ? super.isActivatedEIP(eip) : this.#active.has(eip)
  }

  override gteHardfork(hardfork: string): boolean {
    if (this.#active === undefined) return super.gteHardfork(hardfork)
    let reached = this.#reached.get(hardfork)
    if (reached === undefined) {
      reached = super.gteHardfork(hardfork)
      this.#reached.set(hardfork, reached)
    }
    return reached
  }

  override param(name: string): bigint {
    let value = this.#parameters.get(name)
    if (value === undefined) {
      value = super.param(name)
      this.#parameters.set(name, value)
    }
    return value
  }

  override updateParams(params: ParamsDict): void {
    if (this.#merged.has(params)) return
    this.#merged.add(params)
    super.updateParams(params)
    this.#parameters.clear()
  }

  override copy(): Common {
    return this
  }

  override setHardfork(hardfork: string): void {
    if (this.#active !== undefined && hardfork !== this.hardfork()) {
      throw new NativerollError('FORK_IS_FIXED', `These rules are those of ${this.hardfork()}, not of ${hardfork}`, {
        value: hardfork,
        expected: this.hardfork(),
        hint: 'Ask the chain rules for the Common of the other fork.',
      })
    }
    super.setHardfork(hardfork)
  }
}
