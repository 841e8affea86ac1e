// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// A pool of two tokens that keeps x * y = k, with a fee of 0.3 % as Uniswap v2 takes it.
contract Pair {
    IERC20 public token0;
    IERC20 public token1;
    uint112 public reserve0;
    uint112 public reserve1;
    uint32 public updatedAt;

    event Swap(address indexed sender, uint256 amountIn, uint256 amountOut, address indexed to);
    event Sync(uint112 reserve0, uint112 reserve1);

    error Insufficient();

    function swap(bool zeroForOne, uint256 amountIn, uint256 least, address to) external returns (uint256 amountOut) {
        (uint256 x, uint256 y) = zeroForOne ? (reserve0, reserve1) : (reserve1, reserve0);
        (IERC20 paid, IERC20 bought) = zeroForOne ? (token0, token1) : (token1, token0);
        paid.transferFrom(msg.sender, address(this), amountIn);
        uint256 withFee = amountIn * 997;
        amountOut = (withFee * y) / (x * 1000 + withFee);
        if (amountOut < least) revert Insufficient();
        bought.transfer(to, amountOut);
        uint256 balance0 = token0.balanceOf(address(this));
        uint256 balance1 = token1.balanceOf(address(this));
        if (balance0 * balance1 < x * y) revert Insufficient();
        (reserve0, reserve1, updatedAt) = (uint112(balance0), uint112(balance1), uint32(block.timestamp));
        emit Sync(uint112(balance0), uint112(balance1));
        emit Swap(msg.sender, amountIn, amountOut, to);
    }
}
