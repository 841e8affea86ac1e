// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// OpenZeppelin's ERC20 as it is. Balances come from the genesis allocation.
contract Token is ERC20("Token", "T") {}
