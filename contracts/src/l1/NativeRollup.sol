// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {IRollupRegistry} from "../interfaces/IRollupRegistry.sol";
import {ExecuteInput} from "../libraries/ExecuteInput.sol";
import {Predeploys} from "../libraries/Predeploys.sol";

/// @title A rollup: its policy around one call to EXECUTE
/// @notice Anyone may call `post` and `advance`: EXECUTE decides which blocks are valid, this contract which of the valid
/// ones belong to the rollup. What the policy leaves free (`prev_randao`, `extra_data`) the sequencer chooses.
/// @dev `advance` of one block: 90,000 gas, transaction included, beside EXECUTE's own.
contract NativeRollup {
    /// @notice `sequencer` receives the fees (`coinbase`) of every block.
    struct Policy {
        uint64 chainId;
        uint64 gasLimit;
        address sequencer;
    }

    /// @notice The last settled block and the L1 block it was anchored to.
    struct Head {
        bytes32 blockHash;
        uint64 number;
        uint64 timestamp;
        uint64 anchorNumber;
    }

    /// @notice A block to settle: EXECUTE's input, and the number of the L1 block whose hash it carries.
    struct Anchored {
        uint64 anchorNumber;
        bytes input;
    }

    /// @notice The EXECUTE precompile (EIP-8079).
    address public constant EXECUTE = address(0x0101);

    Policy private _policy;
    Head private _head;

    /// @notice L1 block hashes kept for blocks that wait: beyond EIP-2935's 8191 blocks L1 itself forgets them.
    mapping(uint64 number => bytes32) public anchorHash;

    /// @notice Blocks `firstBlock..lastBlock` are published in this transaction's blobs.
    event Posted(uint64 indexed firstBlock, uint64 lastBlock, bytes32 indexed lastBlockHash, bytes32[] versionedHashes);
    /// @notice EXECUTE accepted a block.
    event Advanced(uint64 indexed number, bytes32 indexed blockHash, bytes32 stateRoot, uint64 anchorNumber);

    /// @notice A block breaks the rule that the error names.
    error WrongParent(bytes32 expected, bytes32 got);
    error WrongNumber(uint64 expected, uint64 got);
    error WrongGasLimit(uint64 expected, uint64 got);
    error WrongCoinbase(address expected, address got);
    /// @notice EXECUTE accepted the block as one of another chain.
    error WrongChainId(uint64 expected, uint64 got);
    /// @notice Else one block at the end of time would halt the rollup.
    error FutureTimestamp(uint256 l1Timestamp, uint64 got);
    /// @notice A rollup never sees an older L1 than before.
    error AnchorBackwards(uint64 head, uint64 got);
    /// @notice The block carries another hash than L1's for that number.
    error AnchorMismatch(uint64 anchorNumber, bytes32 expected, bytes32 got);
    /// @notice The L1 block is not in the past, or L1 has forgotten its hash and no `post` kept it.
    error UnknownAnchor(uint64 anchorNumber);
    /// @notice EXECUTE does not accept the block: it, or its witness, is wrong, or the call had too little gas.
    error ExecuteFailed(uint64 number);

    /// @dev For rollups added to a running L1; those of genesis have the same storage written there.
    constructor(Policy memory policy_, Head memory genesis) {
        _policy = policy_;
        _head = genesis;
    }

    /// @notice The rules this rollup adds to EXECUTE's.
    function policy() external view returns (Policy memory) {
        return _policy;
    }

    /// @notice The last settled block.
    function head() external view returns (Head memory) {
        return _head;
    }

    /// @notice Publishes blocks in this transaction's blobs and keeps the hashes of the L1 blocks they are anchored to.
    /// @param anchors L1 block numbers used by the published blocks; each must still be known to L1.
    function post(uint64 firstBlock, uint64 lastBlock, bytes32 lastBlockHash, uint64[] calldata anchors) external {
        for (uint256 i = 0; i < anchors.length; ++i) {
            anchorHash[anchors[i]] = _anchor(anchors[i]);
        }
        uint256 count;
        while (blobhash(count) != 0) ++count;
        bytes32[] memory versionedHashes = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) {
            versionedHashes[i] = blobhash(i);
        }
        emit Posted(firstBlock, lastBlock, lastBlockHash, versionedHashes);
    }

    /// @notice Settles the blocks that follow the head, all of them or none.
    function advance(Anchored[] calldata blocks) external {
        Head memory current = _head;
        for (uint256 i = 0; i < blocks.length; ++i) {
            current = _advance(current, blocks[i]);
        }
        _head = current;
    }

    function _advance(Head memory parent, Anchored calldata next) private returns (Head memory) {
        Policy memory rules = _policy;
        ExecuteInput.Fields memory b = ExecuteInput.read(next.input);

        require(b.parentHash == parent.blockHash, WrongParent(parent.blockHash, b.parentHash));
        require(b.number == parent.number + 1, WrongNumber(parent.number + 1, b.number));
        require(b.gasLimit == rules.gasLimit, WrongGasLimit(rules.gasLimit, b.gasLimit));
        require(b.feeRecipient == rules.sequencer, WrongCoinbase(rules.sequencer, b.feeRecipient));
        require(b.timestamp <= block.timestamp, FutureTimestamp(block.timestamp, b.timestamp));
        require(next.anchorNumber >= parent.anchorNumber, AnchorBackwards(parent.anchorNumber, next.anchorNumber));
        bytes32 anchor = _anchor(next.anchorNumber);
        require(b.parentBeaconBlockRoot == anchor, AnchorMismatch(next.anchorNumber, anchor, b.parentBeaconBlockRoot));

        (bool ok, bytes memory result) = EXECUTE.staticcall(next.input);
        // new_payload_request_root (32) ‖ successful_validation (1) ‖ chain_id (8, little endian) ‖ schema_id (2)
        require(ok && result.length == 43 && result[32] == 0x01, ExecuteFailed(b.number));
        uint64 chainId = ExecuteInput.littleEndian(bytes8(_word(result, 33)));
        require(chainId == rules.chainId, WrongChainId(rules.chainId, chainId));

        IRollupRegistry(Predeploys.ROLLUP_REGISTRY).record(chainId, b.number, b.blockHash);
        emit Advanced(b.number, b.blockHash, b.stateRoot, next.anchorNumber);
        return Head(b.blockHash, b.number, b.timestamp, next.anchorNumber);
    }

    /// @dev Kept hashes first; then EIP-2935, which knows nothing of this block or later ones.
    function _anchor(uint64 number) private view returns (bytes32 hash) {
        hash = anchorHash[number];
        if (hash == 0) hash = Blockhash.blockHash(number);
        require(hash != 0, UnknownAnchor(number));
    }

    function _word(bytes memory data, uint256 offset) private pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 0x20), offset))
        }
    }
}
