// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

contract Counter {
    uint256 public number;

    event Counted(address indexed by, uint256 number);

    error TooMuch(uint256 most, uint256 got);

    constructor(uint256 start) {
        number = start;
    }

    function add(uint256 amount) external {
        require(amount <= 100, TooMuch(100, amount));
        number += amount;
        emit Counted(msg.sender, number);
    }
}
