// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Predeploys} from "../libraries/Predeploys.sol";

/// @title The part of a rollup's ETH that is not in circulation
/// @notice Genesis puts `PREMINE` wei here. ETH that arrives from other chains is released, ETH that leaves is absorbed;
/// both have their counterpart in L1's lockbox. ETH in circulation = genesis supply - this balance.
contract EthVault {
    /// @notice Balance at genesis, in wei.
    uint256 public constant PREMINE = 2 ** 96;

    /// @notice Only the gateway moves the vault's ETH.
    error NotGateway(address caller);
    /// @notice The receiver refused the ETH.
    error TransferFailed(address to, uint256 amount);

    modifier onlyGateway() {
        require(Predeploys.isGateway(msg.sender), NotGateway(msg.sender));
        _;
    }

    /// @notice Takes ETH out of circulation.
    function absorb() external payable onlyGateway {}

    /// @notice Puts ETH into circulation.
    function release(address to, uint256 amount) external onlyGateway {
        (bool ok,) = to.call{value: amount}("");
        require(ok, TransferFailed(to, amount));
    }
}
