// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Counter} from "../src/Counter.sol";

interface Vm {
    function deal(address account, uint256 balance) external;
    function envAddress(string calldata name) external view returns (address);
    function prank(address sender) external;
}

interface Multicall3 {
    function getEthBalance(address account) external view returns (uint256);
    function getChainId() external view returns (uint256);
}

/// Runs on a fork of a chain of the devnet.
contract ForkTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    Multicall3 private constant multicall = Multicall3(0xcA11bde05977b3631167028862bE2a173976CA11);

    function test_seesTheChain() external view {
        require(multicall.getChainId() == block.chainid, "chain id");
        require(multicall.getEthBalance(0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266) > 1 ether, "balance");
    }

    function test_goesOnFromTheStateOfTheChain() external {
        Counter counter = Counter(vm.envAddress("COUNTER"));
        uint256 before = counter.number();
        require(before == 42, "number");
        vm.prank(address(0xb0b));
        counter.add(8);
        require(counter.number() == before + 8, "added");
    }
}
