/**
 * Where the fields of a `StatelessInput` lie, in bytes from its first byte.
 *
 * SSZ puts every fixed-size field at a constant place as long as offsets are canonical (first offset = size of the fixed part,
 * no gaps), and this decoder refuses any other encoding. So whoever holds an input that `EXECUTE` accepted may read these fields
 * straight from its bytes, as the L1 contract does. The positions are the same in schemas 0x1201 (Osaka) and 0x1501 (Amsterdam),
 * because the two payloads differ only behind `block_hash`. SSZ integers are LITTLE endian.
 *
 * For Solidity, with `base` = where the StatelessInput begins in the EXECUTE input (2 inline, 14 by blob reference):
 *
 *     uint256 constant INLINE_BASE = 2;                       // schema_id(2, big endian)
 *     uint256 constant REFERENCE_BASE = 14;                   // schema_id | 0x8000 (2), three offsets (12)
 *     uint256 constant CHAIN_ID = 8;                          // uint64, little endian
 *     uint256 constant PARENT_BEACON_BLOCK_ROOT = 28;         // bytes32
 *     uint256 constant PARENT_HASH = 64;                      // bytes32
 *     uint256 constant FEE_RECIPIENT = 96;                    // address, 20 bytes
 *     uint256 constant STATE_ROOT = 116;                      // bytes32
 *     uint256 constant RECEIPTS_ROOT = 148;                   // bytes32
 *     uint256 constant LOGS_BLOOM = 180;                      // 256 bytes
 *     uint256 constant PREV_RANDAO = 436;                     // bytes32
 *     uint256 constant BLOCK_NUMBER = 468;                    // uint64, little endian
 *     uint256 constant GAS_LIMIT = 476;                       // uint64, little endian
 *     uint256 constant GAS_USED = 484;                        // uint64, little endian
 *     uint256 constant TIMESTAMP = 492;                       // uint64, little endian
 *     uint256 constant BASE_FEE_PER_GAS = 504;                // uint256, little endian
 *     uint256 constant BLOCK_HASH = 536;                      // bytes32
 *     uint256 constant FIXED_LENGTH = 568;                    // an input shorter than base + this cannot be valid
 *
 * The result of EXECUTE is 43 bytes: new_payload_request_root(32) ‖ success(1, 0x01) ‖ chain_id(8, little endian) ‖
 * schema_id(2, little endian).
 */
export const statelessInputPositions = {
  chainId: 8,
  parentBeaconBlockRoot: 28,
  parentHash: 64,
  feeRecipient: 96,
  stateRoot: 116,
  receiptsRoot: 148,
  logsBloom: 180,
  prevRandao: 436,
  blockNumber: 468,
  gasLimit: 476,
  gasUsed: 484,
  timestamp: 492,
  baseFeePerGas: 504,
  blockHash: 536,
  /** One past `blockHash`: the shortest prefix that holds every field above. */
  end: 568,
} as const

/** Where the `StatelessInput` begins in the bytes given to `EXECUTE`: behind the schema id, or behind it and three SSZ offsets. */
export const statelessInputBase = { inline: 2, byReference: 14 } as const
