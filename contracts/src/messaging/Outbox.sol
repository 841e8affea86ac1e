// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Predeploys} from "../libraries/Predeploys.sol";

/// @title Messages that left this chain, for other chains to prove
/// @notice Same code and address on L1 and every rollup. It holds nothing else, so that proofs stay short.
contract Outbox {
    /// @notice When a message was sent; unix seconds, never zero. At slot 0: part of the proof format.
    mapping(bytes32 id => uint256 timestamp) public sentAt;

    /// @notice Only the gateway writes.
    error NotGateway(address caller);

    /// @notice Stores a message's id.
    function store(bytes32 id) external {
        require(Predeploys.isGateway(msg.sender), NotGateway(msg.sender));
        sentAt[id] = block.timestamp;
    }
}
