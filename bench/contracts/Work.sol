// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// Loops that run until little gas is left, and writes to fresh slots.
contract Work {
    uint256 private result;

    function write(uint256 from, uint256 count) external {
        assembly {
            for { let slot := from } lt(slot, add(from, count)) { slot := add(slot, 1) } { sstore(slot, not(slot)) }
        }
    }

    function arithmetic() external {
        uint256 x = 0x123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef;
        assembly {
            for {} gt(gas(), 60000) {} {
                x := add(mul(x, 0x5851f42d4c957f2d), 0x14057b7ef767814f)
                x := xor(x, shr(33, x))
                x := add(x, div(x, 7))
                x := sub(xor(x, shl(9, x)), and(x, 0xffffffffffffffff))
            }
        }
        result = x;
    }

    function hashing() external {
        assembly {
            for {} gt(gas(), 60000) {} {
                mstore(0, keccak256(0, 64))
                mstore(32, keccak256(0, 64))
                mstore(0, keccak256(0, 64))
                mstore(32, keccak256(0, 64))
            }
            sstore(result.slot, mload(0))
        }
    }

    function modular() external {
        uint256 x = 0x123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef;
        assembly {
            let p := 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47
            for {} gt(gas(), 60000) {} {
                x := mulmod(x, x, p)
                x := addmod(x, 3, p)
                x := mulmod(x, 0x1b51f42d4c957f2d14057b7ef767814f1b51f42d4c957f2d14057b7ef767814f, p)
                x := mulmod(x, x, p)
            }
        }
        result = x;
    }
}
