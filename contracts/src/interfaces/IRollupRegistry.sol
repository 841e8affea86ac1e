// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What L1 knows of its rollups
interface IRollupRegistry {
    /// @notice The hash of block `number` of rollup `chainId`, once EXECUTE has accepted it; zero before.
    function settled(uint256 chainId, uint256 number) external view returns (bytes32);

    /// @notice The contract that alone may settle blocks of `chainId`; zero when there is no such rollup.
    function rollupOf(uint256 chainId) external view returns (address);

    /// @notice Called by a rollup's contract: block `number` of `chainId` has settled with `blockHash`.
    function record(uint256 chainId, uint256 number, bytes32 blockHash) external;
}
