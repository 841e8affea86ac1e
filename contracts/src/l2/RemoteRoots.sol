// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {IL1Origin} from "../interfaces/IL1Origin.sol";
import {Predeploys} from "../libraries/Predeploys.sol";
import {StateProof} from "../libraries/StateProof.sol";

/// @title State roots of sibling rollups, proven through L1's RollupRegistry
/// @notice A settled block never changes, so what was proven once stays for every later message of that block.
contract RemoteRoots {
    /// @notice State root of a proven block of another rollup; zero when it was not proven here.
    mapping(uint256 chainId => mapping(uint256 number => bytes32)) public stateRoot;

    /// @notice A sibling's block was proven.
    event RootImported(uint256 indexed chainId, uint256 indexed number, bytes32 blockHash, bytes32 stateRoot);

    /// @notice L1Origin does not have that L1 block; import it first.
    error UnknownL1Block(uint256 height);
    /// @notice The header is not the one that settled.
    error WrongHeader(bytes32 expected, bytes32 got);

    /// @notice Proves a sibling's block from L1's state. Anyone may.
    /// @param l1Number An L1 block, in L1Origin, by which the sibling's block had settled.
    /// @param header RLP of the sibling's header.
    /// @param accountProof RollupRegistry's account at that L1 block.
    /// @param storageProof Its slot for `settled[chainId][number]`.
    function importSettled(
        uint256 chainId,
        uint256 number,
        uint256 l1Number,
        bytes calldata header,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) external returns (bytes32 root) {
        bytes32 l1Root = IL1Origin(Predeploys.L1_ORIGIN).getL1OriginStateRootAt(l1Number);
        require(l1Root != 0, UnknownL1Block(l1Number));
        bytes32 settled = StateProof.storageAt(
            l1Root, Predeploys.ROLLUP_REGISTRY, StateProof.settledSlot(chainId, number), accountProof, storageProof
        );
        bytes32 blockHash = keccak256(header);
        require(blockHash == settled, WrongHeader(settled, blockHash));

        root = BlockHeader.getStateRoot(header);
        stateRoot[chainId][number] = root;
        emit RootImported(chainId, number, blockHash, root);
    }
}
