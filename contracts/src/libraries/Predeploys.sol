// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Fixed addresses of the protocol's contracts
/// @notice Every protocol contract lives in 0x8079000000000000000000000000…: eight free bytes at the end, which for a
/// rollup's L1 contract are its chain id. Nobody holds a key to such an address.
library Predeploys {
    address internal constant ROLLUP_REGISTRY = 0x8079000000000000000000000000000000000001;
    address internal constant L1_GATEWAY = 0x8079000000000000000000000000000000000002;
    address internal constant OUTBOX = 0x8079000000000000000000000000000000000003;
    address internal constant EXECUTOR = 0x8079000000000000000000000000000000000004;
    address internal constant L1_ORIGIN = 0x8079000000000000000000000000000000000011;
    address internal constant REMOTE_ROOTS = 0x8079000000000000000000000000000000000012;
    address internal constant GATEWAY = 0x8079000000000000000000000000000000000014;
    address internal constant ETH_VAULT = 0x8079000000000000000000000000000000000015;

    /// @dev EIP-4788, EIP-2935, EIP-7002, EIP-7251, and EIP-8282's two.
    address internal constant BEACON_ROOTS = 0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02;
    address internal constant HISTORY_STORAGE = 0x0000F90827F1C53a10cb7A02335B175320002935;
    address internal constant WITHDRAWAL_REQUESTS = 0x00000961Ef480Eb55e80D19ad83579A64c007002;
    address internal constant CONSOLIDATION_REQUESTS = 0x0000BBdDc7CE488642fb579F8B00f3a590007251;
    address internal constant BUILDER_DEPOSITS = 0x0000bFF46984e3725691FA540a8C7589300D8282;
    address internal constant BUILDER_EXITS = 0x000064D678505ad48F8cCb093BC65613800E8282;

    /// @dev The gateway of the chain this runs on. Code at the other chain's gateway address cannot exist here.
    function isGateway(address account) internal pure returns (bool) {
        return account == L1_GATEWAY || account == GATEWAY;
    }

    /// @notice True for addresses no message may reach: the zero address and precompiles (with room for those to come), the
    /// protocol's own range, and the system contracts (a message that made an EIP-7002, EIP-7251 or EIP-8282 request could never settle on L1).
    function isForbiddenRecipient(address account) internal pure returns (bool) {
        return uint160(account) < 0x1000 || uint160(account) >> 64 == uint160(ROLLUP_REGISTRY) >> 64
            || account == BEACON_ROOTS || account == HISTORY_STORAGE || account == WITHDRAWAL_REQUESTS
            || account == CONSOLIDATION_REQUESTS || account == BUILDER_DEPOSITS || account == BUILDER_EXITS;
    }
}
