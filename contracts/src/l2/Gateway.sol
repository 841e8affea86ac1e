// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IL1Origin} from "../interfaces/IL1Origin.sol";
import {Proof} from "../interfaces/IMessageGateway.sol";
import {Predeploys} from "../libraries/Predeploys.sol";
import {MessageGateway} from "../messaging/MessageGateway.sol";
import {EthVault} from "./EthVault.sol";
import {RemoteRoots} from "./RemoteRoots.sol";

/// @title A rollup's end of every message
/// @notice A rollup cannot tell which sibling chain ids exist: a message to a chain that never comes stays where it is.
contract Gateway is MessageGateway {
    IL1Origin private constant L1_ORIGIN = IL1Origin(Predeploys.L1_ORIGIN);
    RemoteRoots private constant REMOTE_ROOTS = RemoteRoots(Predeploys.REMOTE_ROOTS);
    EthVault private constant VAULT = EthVault(Predeploys.ETH_VAULT);

    /// @notice The L1 block is not in L1Origin, and its header is not in the proof.
    error UnknownL1Block(uint256 height);
    /// @notice The header in the proof is of another L1 block.
    error WrongL1Block(uint256 expected, uint256 got);
    /// @notice Only the vault sends ETH here.
    error NotVault(address caller);

    /// @dev The vault's ETH, on its way to a recipient or relayer.
    receive() external payable {
        require(msg.sender == address(VAULT), NotVault(msg.sender));
    }

    /// @dev Proves the hops that no earlier message has proven, and leaves them proven for the next.
    function _sourceStateRoot(uint256 sourceChainId, Proof calldata proof) internal override returns (bytes32 root) {
        bool fromL1 = sourceChainId == L1_ORIGIN.l1ChainId();
        if (!fromL1) {
            root = REMOTE_ROOTS.stateRoot(sourceChainId, proof.sourceNumber);
            if (root != 0) return root;
        }
        if (proof.l1Header.length > 0) {
            uint256 height = L1_ORIGIN.importAnchor(proof.anchorTimestamp, proof.l1Header);
            require(height == proof.l1Number, WrongL1Block(proof.l1Number, height));
        }
        if (fromL1) {
            root = L1_ORIGIN.getL1OriginStateRootAt(proof.l1Number);
            require(root != 0, UnknownL1Block(proof.l1Number));
            return root;
        }
        return REMOTE_ROOTS.importSettled(
            sourceChainId,
            proof.sourceNumber,
            proof.l1Number,
            proof.sourceHeader,
            proof.registryAccountProof,
            proof.registryStorageProof
        );
    }

    function _isDestination(uint256 chainId) internal view override returns (bool) {
        return chainId != 0 && chainId != block.chainid;
    }

    function _lock(uint256 amount) internal override {
        if (amount > 0) VAULT.absorb{value: amount}();
    }

    function _unlock(uint256 amount) internal override {
        if (amount > 0) VAULT.release(address(this), amount);
    }
}
