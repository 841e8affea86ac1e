// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {IL1Origin} from "../interfaces/IL1Origin.sol";
import {Predeploys} from "../libraries/Predeploys.sol";

/// @title L1 as a rollup sees it
/// @notice On a native rollup EIP-4788 does not hold beacon roots: a block's `parent_beacon_block_root` is the hash of an
/// L1 block, and NativeRollup settles no other. This contract opens such hashes and keeps what is inside for ever.
contract L1Origin is IL1Origin {
    using BlockHeader for Memory.Slice[];

    struct L1Block {
        bytes32 blockHash;
        bytes32 stateRoot;
        bytes32 receiptRoot;
    }

    mapping(uint256 height => L1Block) private _blocks;

    /// @inheritdoc IL1Origin
    uint256 public l1ChainId;

    /// @inheritdoc IL1Origin
    uint256 public getL1OriginBlockHeight;

    /// @inheritdoc IL1Origin
    function anchorHash(uint256 l2Timestamp) public view returns (bytes32) {
        (bool found, bytes memory hash) = Predeploys.BEACON_ROOTS.staticcall(abi.encode(l2Timestamp));
        require(found && hash.length == 32, UnknownTimestamp(l2Timestamp));
        return bytes32(hash);
    }

    /// @inheritdoc IL1Origin
    function importAnchor(uint256 l2Timestamp, bytes calldata l1Header) external returns (uint256 height) {
        bytes32 expected = anchorHash(l2Timestamp);
        bytes32 blockHash = keccak256(l1Header);
        require(blockHash == expected, WrongHeader(expected, blockHash));

        Memory.Slice[] memory header = BlockHeader.parseHeader(l1Header);
        height = header.getNumber();
        if (_blocks[height].blockHash == blockHash) return height;
        _blocks[height] = L1Block(blockHash, header.getStateRoot(), header.getReceiptsRoot());
        if (height > getL1OriginBlockHeight) getL1OriginBlockHeight = height;
        emit AnchorImported(height, blockHash, _blocks[height].stateRoot);
    }

    /// @inheritdoc IL1Origin
    function getL1OriginBlockHash() external view returns (bytes32) {
        return _blocks[getL1OriginBlockHeight].blockHash;
    }

    /// @inheritdoc IL1Origin
    function getL1OriginStateRoot() external view returns (bytes32) {
        return _blocks[getL1OriginBlockHeight].stateRoot;
    }

    /// @inheritdoc IL1Origin
    function getL1OriginReceiptRoot() external view returns (bytes32) {
        return _blocks[getL1OriginBlockHeight].receiptRoot;
    }

    /// @inheritdoc IL1Origin
    function getL1OriginBlockHashAt(uint256 height) external view returns (bytes32) {
        return _blocks[height].blockHash;
    }

    /// @inheritdoc IL1Origin
    function getL1OriginStateRootAt(uint256 height) external view returns (bytes32) {
        return _blocks[height].stateRoot;
    }

    /// @inheritdoc IL1Origin
    function getL1OriginReceiptRootAt(uint256 height) external view returns (bytes32) {
        return _blocks[height].receiptRoot;
    }
}
