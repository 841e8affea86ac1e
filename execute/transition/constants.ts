import { createHash } from 'node:crypto'
import { keccak256 } from '../crypto/keccak256.ts'
import { hexToBytes } from '../state/hexToBytes.ts'

const emptyList = Uint8Array.of(0xc0)

/** keccak256(RLP([])). */
export const emptyOmmersHash: Uint8Array = keccak256(emptyList)

/** EIP-7928: of a block that accesses nothing. */
export const emptyBlockAccessListHash: Uint8Array = keccak256(emptyList)

/** EIP-7685: sha256 of nothing. */
export const emptyRequestsHash: Uint8Array = new Uint8Array(createHash('sha256').digest())

/** The caller of system calls (EIP-4788). */
export const systemAddress = hexToBytes('0xfffffffffffffffffffffffffffffffffffffffe')

/** Contracts that the protocol itself calls in a block; 20 bytes each. Those that make requests must have code in their forks. */
export const systemContracts = {
  /** EIP-4788. */
  beaconRoots: hexToBytes('0x000f3df6d732807ef1319fb7b8bb8522d0beac02'),
  /** EIP-2935. */
  historyStorage: hexToBytes('0x0000f90827f1c53a10cb7a02335b175320002935'),
  /** EIP-7002. */
  withdrawalRequests: hexToBytes('0x00000961ef480eb55e80d19ad83579a64c007002'),
  /** EIP-7251. */
  consolidationRequests: hexToBytes('0x0000bbddc7ce488642fb579f8b00f3a590007251'),
  /** EIP-8282. */
  builderDeposits: hexToBytes('0x0000bff46984e3725691fa540a8c7589300d8282'),
  /** EIP-8282. */
  builderExits: hexToBytes('0x000064d678505ad48f8ccb093bc65613800e8282'),
} as const

/** EIP-7934: bytes of RLP. */
export const maxBlockSize = 10_485_760 - 2_097_152
