import { hexToBytes } from '../../state/hexToBytes.ts'
import type { Log } from '../Execution.ts'
import { bytesOfWord, wordOf } from '../words.ts'

const systemAddress = hexToBytes('0xfffffffffffffffffffffffffffffffffffffffe')
/** keccak256('Transfer(address,address,uint256)') */
const transferTopic = hexToBytes('0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef')

/** EIP-7708: the log of wei that moves from one account to another. */
export function transferLog(from: Uint8Array, to: Uint8Array, amount: bigint): Log {
  return [systemAddress, [transferTopic, bytesOfWord(wordOf(from)), bytesOfWord(wordOf(to))], bytesOfWord(amount)]
}
