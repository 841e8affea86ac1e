import type { Backend } from '../../../Backend.ts'
import { fromHex } from '../../../hex.ts'
import { address, hash, looseQuantity, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** What a block can be by the rules of EIP-1985: gas below 2^63, and a base fee that fits a word. */
const [fewestGas, mostGas, mostBaseFee] = [5000n, 2n ** 63n - 1n, 2n ** 128n]

/** What the next block shall be, against the rules of Ethereum if need be. */
export function createNextBlockMethods({ producer }: Backend): RpcMethods {
  function within(name: string, value: bigint, least: bigint, most: bigint): bigint {
    if (value >= least && value <= most) return value
    throw new RpcError(rpcCodes.invalidParams, `${name} must be from ${least} to ${most}, not ${value}`)
  }

  return {
    async setNextBlockBaseFeePerGas(params) {
      const { baseFee } = readParameters(params, { baseFee: looseQuantity })
      producer.next.baseFeePerGas = within('base fee', baseFee, 0n, mostBaseFee)
      return null
    },
    async setCoinbase(params) {
      producer.next.feeRecipient = fromHex(readParameters(params, { address }).address)
      return null
    },
    async setBlockGasLimit(params) {
      const { gasLimit } = readParameters(params, { gasLimit: looseQuantity })
      producer.next.gasLimit = within('gas limit', gasLimit, fewestGas, mostGas)
      return true
    },
    async setPrevRandao(params) {
      producer.next.prevRandao = fromHex(readParameters(params, { prevRandao: hash }).prevRandao)
      return null
    },
    async setMinGasPrice() {
      const message = 'setMinGasPrice is for chains before EIP-1559: use anvil_setNextBlockBaseFeePerGas'
      throw new RpcError(rpcCodes.methodNotSupported, message)
    },
  }
}
