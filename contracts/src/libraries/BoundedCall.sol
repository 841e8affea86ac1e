// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Calls to strangers
/// @notice At most `MAX_RETURN` bytes of the answer are copied, so that a callee cannot spend the caller's gas on it.
library BoundedCall {
    uint256 internal constant MAX_RETURN = 1024;

    /// @notice Calls `target` with at most `gasLimit` gas; on failure reverts with the (shortened) reason.
    function callOrRevert(address target, uint256 value, uint256 gasLimit, bytes memory data)
        internal
        returns (bytes memory answer)
    {
        uint256 limit = MAX_RETURN;
        assembly ("memory-safe") {
            let ok := call(gasLimit, target, value, add(data, 0x20), mload(data), 0, 0)
            let size := returndatasize()
            if gt(size, limit) { size := limit }
            answer := mload(0x40)
            mstore(answer, size)
            returndatacopy(add(answer, 0x20), 0, size)
            mstore(0x40, and(add(add(answer, size), 0x3f), not(0x1f)))
            if iszero(ok) { revert(add(answer, 0x20), size) }
        }
    }
}
