import { type Address, type Hex, numberToHex } from 'viem'
import type { ExecutionNode } from '../../chain/index.ts'
import { infraAddress } from '../keys.ts'

/** Sends wei from the funded account and waits until the chain has sealed it. Resolves with the transaction's hash. */
export async function transfer(node: ExecutionNode, to: Address, value: bigint): Promise<Hex> {
  const sealed = new Promise<void>((resolve) => {
    const stop = node.onBlock(() => {
      stop()
      resolve()
    })
  })
  const transaction = { from: infraAddress('relayer', 0), to, value: numberToHex(value), gas: numberToHex(50_000) }
  const hash = await node.request({ method: 'eth_sendTransaction', params: [transaction] })
  await sealed
  return hash as Hex
}
