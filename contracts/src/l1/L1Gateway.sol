// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {IRollupRegistry} from "../interfaces/IRollupRegistry.sol";
import {Proof} from "../interfaces/IMessageGateway.sol";
import {Predeploys} from "../libraries/Predeploys.sol";
import {MessageGateway} from "../messaging/MessageGateway.sol";

/// @title L1's end of every message, and the lockbox of all rollups' ETH
/// @notice Its balance = ETH in circulation on all rollups (burned fees included) + ETH on the way. It is shared: ETH moves
/// between rollups without touching L1.
contract L1Gateway is MessageGateway {
    IRollupRegistry private constant REGISTRY = IRollupRegistry(Predeploys.ROLLUP_REGISTRY);

    /// @notice ETH was added that backs the genesis balances of a rollup.
    event GenesisBacked(uint256 indexed chainId, uint256 amount);

    /// @notice The source block has not settled.
    error NotSettled(uint256 chainId, uint256 number);
    /// @notice The header is not the one that settled.
    error WrongHeader(bytes32 expected, bytes32 got);

    /// @notice Adds ETH that backs what a rollup's genesis put in circulation. Nothing is sent anywhere.
    function backGenesis(uint256 chainId) external payable {
        require(_isDestination(chainId), UnknownDestination(chainId));
        emit GenesisBacked(chainId, msg.value);
    }

    /// @dev L1 has every rollup's settled hashes itself; only the source's header is needed.
    function _sourceStateRoot(uint256 sourceChainId, Proof calldata proof) internal view override returns (bytes32) {
        bytes32 settled = REGISTRY.settled(sourceChainId, proof.sourceNumber);
        require(settled != 0, NotSettled(sourceChainId, proof.sourceNumber));
        bytes32 blockHash = keccak256(proof.sourceHeader);
        require(blockHash == settled, WrongHeader(settled, blockHash));
        return BlockHeader.getStateRoot(proof.sourceHeader);
    }

    function _isDestination(uint256 chainId) internal view override returns (bool) {
        return REGISTRY.rollupOf(chainId) != address(0);
    }

    function _lock(uint256) internal override {}

    function _unlock(uint256) internal override {}
}
