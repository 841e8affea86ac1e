// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Reads the fields of an EXECUTE input straight from calldata
/// @notice An input is `schema id (2 bytes, big endian) ‖ SSZ(StatelessInput)`; when the id's top bit is set, the
/// StatelessInput is the first field of a three-field container that names blobs, so it begins 12 bytes later.
/// The positions are sound because EXECUTE accepts canonical SSZ only: an input whose offsets differ from those assumed
/// here does not execute. Integers are little endian. Layout: execution-specs `stateless_ssz.py`.
library ExecuteInput {
    /// @dev StatelessInput's fixed part: offset request 4 ‖ offset witness 4 ‖ chain id 8 ‖ offset public keys 4.
    uint256 private constant REQUEST = 20;
    /// @dev Then NewPayloadRequest's: offset payload 4 ‖ offset versioned hashes 4 ‖ beacon root 32 ‖ offset requests 4.
    uint256 private constant BEACON_ROOT = REQUEST + 8;
    uint256 private constant PAYLOAD = REQUEST + 44;

    uint256 private constant PARENT_HASH = PAYLOAD;
    uint256 private constant FEE_RECIPIENT = PAYLOAD + 32;
    uint256 private constant STATE_ROOT = PAYLOAD + 52;
    uint256 private constant BLOCK_NUMBER = PAYLOAD + 404;
    uint256 private constant GAS_LIMIT = PAYLOAD + 412;
    uint256 private constant TIMESTAMP = PAYLOAD + 428;
    uint256 private constant BLOCK_HASH = PAYLOAD + 472;
    uint256 private constant END = BLOCK_HASH + 32;

    /// @notice The input is too short to hold an execution payload.
    error MalformedInput(uint256 length);

    struct Fields {
        bytes32 parentHash;
        address feeRecipient;
        bytes32 stateRoot;
        uint64 number;
        uint64 gasLimit;
        uint64 timestamp;
        bytes32 blockHash;
        bytes32 parentBeaconBlockRoot;
    }

    /// @notice The block fields a rollup's policy looks at.
    function read(bytes calldata input) internal pure returns (Fields memory fields) {
        require(input.length >= 14 + END, MalformedInput(input.length));
        bytes calldata s = input[input[0] & 0x80 == 0 ? 2 : 14:];
        fields.parentBeaconBlockRoot = bytes32(s[BEACON_ROOT:]);
        fields.parentHash = bytes32(s[PARENT_HASH:]);
        fields.feeRecipient = address(bytes20(s[FEE_RECIPIENT:]));
        fields.stateRoot = bytes32(s[STATE_ROOT:]);
        fields.number = littleEndian(bytes8(s[BLOCK_NUMBER:]));
        fields.gasLimit = littleEndian(bytes8(s[GAS_LIMIT:]));
        fields.timestamp = littleEndian(bytes8(s[TIMESTAMP:]));
        fields.blockHash = bytes32(s[BLOCK_HASH:]);
    }

    /// @notice A little-endian 64-bit integer, as SSZ writes it.
    function littleEndian(bytes8 value) internal pure returns (uint64 result) {
        result = uint64(value);
        result = ((result & 0xff00ff00ff00ff00) >> 8) | ((result & 0x00ff00ff00ff00ff) << 8);
        result = ((result & 0xffff0000ffff0000) >> 16) | ((result & 0x0000ffff0000ffff) << 16);
        result = (result >> 32) | (result << 32);
    }
}
