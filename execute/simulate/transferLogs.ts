import { hexToBytes } from '../state/hexToBytes.ts'
import type { Log } from '../types/Receipt.ts'
import type { Tracer } from '../types/Tracer.ts'

/** ERC-7528: ETH as if it were a token. */
const etherAddress = hexToBytes('0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee')
/** keccak256("Transfer(address,address,uint256)"). */
const transferTopic = hexToBytes('0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef')

type IndexedLog = { log: Log; index: number }

/**
 * Collects logs, and transfers of ETH as logs among them, in the order in which they happen. As in go-ethereum they are
 * numbered then: those that a failing call takes back leave a gap.
 */
export function createTransferLogs(): { tracer: Tracer /** Of the last transaction. */; logs(): IndexedLog[] } {
  // The logs of each open frame; those of a frame that fails are gone.
  const open: IndexedLog[][] = []
  let finished: IndexedLog[] = []
  let next = 0

  function add(log: Log): void {
    open.at(-1)?.push({ log, index: next++ })
  }

  return {
    tracer: {
      enter({ type, from, to, value }) {
        open.push([])
        if (value > 0n && type !== 'DELEGATECALL' && type !== 'CALLCODE') add(transfer(from, to, value))
      },
      log: add,
      exit({ error }) {
        const frame = open.pop() ?? []
        const kept = error === undefined ? frame : []
        const parent = open.at(-1)
        if (parent === undefined) finished = kept
        else parent.push(...kept)
      },
    },
    logs: () => finished,
  }
}

function transfer(from: Uint8Array, to: Uint8Array, value: bigint): Log {
  return { address: etherAddress, topics: [transferTopic, word(from), word(to)], data: wordOf(value) }
}

function wordOf(value: bigint): Uint8Array {
  return hexToBytes(`0x${value.toString(16).padStart(64, '0')}`)
}

function word(address: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(32)
  bytes.set(address, 12)
  return bytes
}
