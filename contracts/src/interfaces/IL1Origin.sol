// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a rollup knows of L1 (in the shape of RIP-7859)
/// @notice Getters without a height answer for the newest imported L1 block; all of them answer zero for unknown blocks.
interface IL1Origin {
    /// @notice An L1 block became readable.
    event AnchorImported(uint256 indexed height, bytes32 indexed blockHash, bytes32 stateRoot);

    /// @notice The header is not the one whose hash the rollup's block at `l2Timestamp` carries.
    error WrongHeader(bytes32 expected, bytes32 got);
    /// @notice No block of this rollup in the last 8191 timestamps of EIP-4788 has that timestamp.
    error UnknownTimestamp(uint256 l2Timestamp);

    /// @notice Chain id of L1.
    function l1ChainId() external view returns (uint256);

    /// @notice Hash of the L1 block to which this rollup's block at `l2Timestamp` is anchored (EIP-4788).
    function anchorHash(uint256 l2Timestamp) external view returns (bytes32);

    /// @notice Makes an anchored L1 block readable. Anyone may; importing twice changes nothing.
    /// @param l2Timestamp Timestamp of a block of this rollup that is anchored to it.
    /// @param l1Header RLP of the L1 block's header.
    /// @return height The L1 block's number.
    function importAnchor(uint256 l2Timestamp, bytes calldata l1Header) external returns (uint256 height);

    /// @notice Number of the newest imported L1 block.
    function getL1OriginBlockHeight() external view returns (uint256);

    /// @notice Its hash.
    function getL1OriginBlockHash() external view returns (bytes32);

    /// @notice Its state root.
    function getL1OriginStateRoot() external view returns (bytes32);

    /// @notice Its receipts root.
    function getL1OriginReceiptRoot() external view returns (bytes32);

    /// @notice Hash of an imported L1 block.
    function getL1OriginBlockHashAt(uint256 height) external view returns (bytes32);

    /// @notice State root of an imported L1 block.
    function getL1OriginStateRootAt(uint256 height) external view returns (bytes32);

    /// @notice Receipts root of an imported L1 block.
    function getL1OriginReceiptRootAt(uint256 height) external view returns (bytes32);
}
