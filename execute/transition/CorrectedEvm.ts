import { EVM, type EVMOpts, type EVMResult, type EVMRunCallOpts, type ExecResult, type Message } from '@ethereumjs/evm'
import { RLP } from '@ethereumjs/rlp'
import { keccak256 } from '../crypto/keccak256.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import { correctInstructions } from './correctInstructions.ts'

/** EthereumJS' EVM, corrected where it does not do what the EIPs say; `test/reference` says what that is. */
export class CorrectedEvm extends EVM {
  /** What init code has reverted with, if it begins with 0xef. */
  #revertData: Uint8Array | undefined

  constructor(options: EVMOpts) {
    super(options)
    // EIP-8037: a transaction that halts keeps its reservoir. EthereumJS takes it, where this says that a CALL ran out of gas.
    Object.defineProperty(this, 'eip7928CallPostTargetOog', { get: () => false, set() {} })
  }

  override getActiveOpcodes(): EVM['opcodes'] {
    const opcodes = super.getActiveOpcodes()
    const { _handlers: handlers, _dynamicGasHandlers: dynamicGasHandlers, _opcodeMap: opcodeMap } = this
    this._opcodeMap = correctInstructions(this.common, { opcodes, handlers, dynamicGasHandlers, opcodeMap }).opcodeMap
    return opcodes
  }

  override async runCall(options: EVMRunCallOpts): Promise<EVMResult> {
    await this.listTarget(options)
    return super.runCall(options)
  }

  /**
   * EIP-7928: a transaction's recipient, and the contract that it creates, are looked at before anything is charged for them.
   * EthereumJS lists neither where the gas does not suffice for that charge.
   */
  protected async listTarget({ message, to, caller }: EVMRunCallOpts): Promise<void> {
    if (message !== undefined || !this.common.isActivatedEIP(7928)) return
    if (to !== undefined) this.blockLevelAccessList?.addAddress(to.toString())
    else if (caller !== undefined) {
      const account = await this.stateManager.getAccount(caller)
      const created = keccak256(RLP.encode([caller.bytes, quantityToBytes((account?.nonce ?? 1n) - 1n)])).subarray(12)
      this.blockLevelAccessList?.addAddress(`0x${Buffer.from(created).toString('hex')}`)
    }
  }

  /** EIP-3541 is about code to be deployed. EthereumJS also halts init code that reverts with data like that. */
  protected override async _executeCreate(message: Message): Promise<EVMResult> {
    const result = await super._executeCreate(message)
    if (this.#revertData === undefined) return result
    result.execResult.returnValue = this.#revertData
    this.#revertData = undefined
    return result
  }

  protected override async runInterpreter(...args: Parameters<EVM['runInterpreter']>): Promise<ExecResult> {
    const result = await super.runInterpreter(...args)
    if (args[0].isCreate && result.exceptionError !== undefined && result.returnValue[0] === 0xef) {
      this.#revertData = result.returnValue
      result.returnValue = new Uint8Array(0)
    }
    return result
  }
}
