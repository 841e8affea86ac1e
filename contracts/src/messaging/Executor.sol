// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BoundedCall} from "../libraries/BoundedCall.sol";
import {Predeploys} from "../libraries/Predeploys.sol";

/// @title Makes the plain calls of `rawCall` messages
/// @notice Those calls are anyone's to choose, so they come from here and not from the gateway: this contract owns
/// nothing and must never be given anything (no allowance, no role). A callee learns who is behind the call from
/// `sourceChainId()` and `sender()`, which answer only while the call lasts.
contract Executor {
    /// @notice Chain the current call comes from; 0 outside of calls.
    uint256 public transient sourceChainId;
    /// @notice Who sent it there; 0 outside of calls.
    address public transient sender;

    /// @notice Only the gateway calls.
    error NotGateway(address caller);

    /// @notice Calls `target` with the ETH that came along; reverts as the target does.
    function execute(address target, bytes calldata payload, uint256 gasLimit, uint256 sourceChainId_, address sender_)
        external
        payable
    {
        require(Predeploys.isGateway(msg.sender), NotGateway(msg.sender));
        (sourceChainId, sender) = (sourceChainId_, sender_);
        BoundedCall.callOrRevert(target, msg.value, gasLimit, payload);
        (sourceChainId, sender) = (0, address(0));
    }
}
