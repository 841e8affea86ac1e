// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";

/// @title Reads another chain's storage out of `eth_getProof` answers
library StateProof {
    using RLP for *;

    /// @dev Position of storageRoot in an account: [nonce, balance, storageRoot, codeHash].
    uint256 private constant STORAGE_ROOT = 2;

    /// @notice The value of `slot` of `account` under `stateRoot`; never zero, as absence is not provable here.
    function storageAt(
        bytes32 stateRoot,
        address account,
        bytes32 slot,
        bytes[] memory accountProof,
        bytes[] memory storageProof
    ) internal pure returns (bytes32) {
        bytes memory accountRlp =
            TrieProof.traverse(stateRoot, abi.encodePacked(keccak256(abi.encodePacked(account))), accountProof);
        bytes32 storageRoot = accountRlp.decodeList()[STORAGE_ROOT].readBytes32();
        bytes memory valueRlp = TrieProof.traverse(storageRoot, abi.encodePacked(keccak256(abi.encode(slot))), storageProof);
        return bytes32(valueRlp.decodeUint256());
    }

    /// @notice Slot of `settled[chainId][number]` in RollupRegistry.
    function settledSlot(uint256 chainId, uint256 number) internal pure returns (bytes32) {
        return keccak256(abi.encode(number, keccak256(abi.encode(chainId, 0))));
    }

    /// @notice Slot of `sentAt[id]` in Outbox.
    function outboxSlot(bytes32 id) internal pure returns (bytes32) {
        return keccak256(abi.encode(id, 0));
    }
}
