// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Counter} from "../src/Counter.sol";

interface Vm {
    function startBroadcast() external;
    function stopBroadcast() external;
}

contract Deploy {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bool public constant IS_SCRIPT = true;

    function run() external returns (Counter counter) {
        vm.startBroadcast();
        // Through the CREATE2 factory: its address is known before.
        counter = new Counter{salt: bytes32(uint256(1))}(5);
        counter.add(7);
        counter.add(30);
        vm.stopBroadcast();
    }
}
