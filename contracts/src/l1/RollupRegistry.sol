// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRollupRegistry} from "../interfaces/IRollupRegistry.sol";

/// @title Settled block hashes of every rollup, at slots that other rollups prove
/// @notice `settled[chainId][number]` is slot `keccak256(number ‖ keccak256(chainId ‖ 0))`: part of the proof format.
/// @dev All rollups share one lockbox, so admitting a rollup means vouching for its genesis: the registrar alone does.
contract RollupRegistry is IRollupRegistry {
    /// @inheritdoc IRollupRegistry
    mapping(uint256 chainId => mapping(uint256 number => bytes32)) public settled;

    /// @inheritdoc IRollupRegistry
    mapping(uint256 chainId => address) public rollupOf;

    /// @notice Who may add rollups.
    address public registrar;

    /// @notice A rollup was added; chain ids are unique for ever.
    event RollupRegistered(uint256 indexed chainId, address indexed rollup);

    /// @notice Only the registrar adds rollups.
    error NotRegistrar(address caller);
    /// @notice The chain id is zero, this chain's own, or taken.
    error ChainIdTaken(uint256 chainId);
    /// @notice Only `rollupOf[chainId]` settles blocks of `chainId`.
    error NotRollup(uint256 chainId, address caller);

    /// @notice Adds a rollup whose blocks `rollup` will settle.
    function register(uint256 chainId, address rollup) external {
        require(msg.sender == registrar, NotRegistrar(msg.sender));
        require(
            chainId != 0 && chainId != block.chainid && rollupOf[chainId] == address(0) && rollup != address(0),
            ChainIdTaken(chainId)
        );
        rollupOf[chainId] = rollup;
        emit RollupRegistered(chainId, rollup);
    }

    /// @inheritdoc IRollupRegistry
    function record(uint256 chainId, uint256 number, bytes32 blockHash) external {
        require(msg.sender == rollupOf[chainId], NotRollup(chainId, msg.sender));
        settled[chainId][number] = blockHash;
    }
}
