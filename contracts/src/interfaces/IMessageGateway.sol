// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC7786GatewaySource} from "@openzeppelin/contracts/interfaces/draft-IERC7786.sol";

/// @notice A message between two chains. Its id is `keccak256(abi.encode(uint256(1), message))`.
struct Message {
    /// Chain id of the gateway that took the message.
    uint256 sourceChainId;
    /// Counts the messages of that gateway.
    uint256 nonce;
    /// Who sent it, on the source chain.
    address sender;
    /// Chain id of the one gateway that may deliver it.
    uint256 destinationChainId;
    /// Who receives it, on the destination chain.
    address recipient;
    /// Wei that arrives with it.
    uint256 value;
    /// Wei paid on the destination to whoever proves it there.
    uint256 fee;
    /// Gas the delivery gets; a relayer cannot offer less.
    uint256 gasLimit;
    /// Not delivered before this time; unix seconds, 0 = at once.
    uint64 deliverAfter;
    /// Not delivered after this time, but returned to the sender; unix seconds, 0 = no deadline.
    uint64 deliverBefore;
    /// Deliver `payload` as plain calldata instead of through ERC-7786's `receiveMessage`.
    bool rawCall;
    bytes payload;
}

/// @notice Shows that a message left its source: headers and `eth_getProof` output for every hop. A hop that was proven
/// before may be left empty. What is needed, by route:
/// L1 to rollup: `l1*`, `outbox*`. Rollup to L1: `source*`, `outbox*`. Rollup to rollup: everything.
struct Proof {
    /// Timestamp of a block of this rollup: its EIP-4788 entry is the hash of L1 block `l1Number`.
    uint64 anchorTimestamp;
    /// The L1 block whose state is looked into.
    uint64 l1Number;
    /// RLP of that block's header; empty when L1Origin has it.
    bytes l1Header;
    /// L1 account proof of RollupRegistry at `l1Number`; empty when RemoteRoots has the source block.
    bytes[] registryAccountProof;
    /// Its storage proof for `settled[sourceChainId][sourceNumber]`.
    bytes[] registryStorageProof;
    /// The settled block of the source rollup whose state holds the message.
    uint64 sourceNumber;
    /// RLP of that block's header.
    bytes sourceHeader;
    /// Account proof of Outbox on the source chain, at `sourceNumber` (at `l1Number` when the source is L1).
    bytes[] outboxAccountProof;
    /// Its storage proof for the message's slot, `keccak256(id ‖ 0)`.
    bytes[] outboxStorageProof;
}

/// @title ERC-7786 gateway over proofs of state
interface IMessageGateway is IERC7786GatewaySource {
    /// @notice What the destination knows of a message. Unknown: not proven here (yet).
    enum Status {
        Unknown,
        Delivered,
        Failed,
        Returned
    }

    /// @notice The whole message, as `deliver` on the destination wants it. Beside ERC-7786's `MessageSent`.
    event MessageQueued(bytes32 indexed id, uint256 indexed destinationChainId, address indexed sender, Message message);
    /// @notice The recipient accepted the message.
    event MessageDelivered(bytes32 indexed id, uint256 indexed sourceChainId, address indexed relayer);
    /// @notice The recipient refused the message; its value waits here, and anyone may `retry`.
    event MessageFailed(bytes32 indexed id, uint256 indexed sourceChainId, address indexed relayer, bytes reason);
    /// @notice The message came after its deadline: its value and fee went back to the sender as message `returnId`.
    event MessageReturned(bytes32 indexed id, uint256 indexed sourceChainId, bytes32 indexed returnId);

    /// @notice The message is for another chain.
    error WrongDestination(uint256 expected, uint256 got);
    /// @notice There is no such chain to send to.
    error UnknownDestination(uint256 chainId);
    /// @notice Precompiles, system contracts and the protocol's own contracts receive no messages.
    error ForbiddenRecipient(address recipient);
    /// @notice Proven before: `Failed` messages are retried, all others are done.
    error AlreadyProven(bytes32 id, Status status);
    /// @notice Only messages whose delivery failed are retried.
    error NotFailed(bytes32 id, Status status);
    /// @notice `deliverAfter` has not come.
    error TooEarly(uint64 deliverAfter, uint256 timestamp);
    /// @notice The transaction holds too little gas to give the message what its sender asked for.
    error InsufficientGas(uint256 required, uint256 available);
    /// @notice `msg.value` does not cover the relay fee.
    error InsufficientValue(uint256 fee, uint256 value);
    /// @notice A message that asks for more could never be delivered.
    error GasLimitTooHigh(uint256 maximum, uint256 got);
    /// @notice A message this long could never be delivered.
    error PayloadTooLong(uint256 maximum, uint256 got);
    /// @notice The attribute is known but its value is not of its type.
    error MalformedAttribute(bytes attribute);
    /// @notice The recipient ran, but did not answer `receiveMessage`'s selector (ERC-7786).
    error NotAccepted(address recipient, bytes4 answer);
    /// @notice The recipient, relayer or vault refused the ETH.
    error TransferFailed(address to, uint256 amount);
    /// @notice Only the gateway calls itself.
    error OnlySelf(address caller);

    /// @notice Sends a message, without ERC-7930 addresses and ERC-7985 attributes. All of `msg.value` is delivered.
    /// @param gasLimit Gas of the delivery; 0 for the default.
    function send(uint256 chainId, address to, bytes calldata payload, uint256 gasLimit)
        external
        payable
        returns (bytes32 id);

    /// @notice Proves a message and delivers it. Pays its fee to the caller, whether or not the recipient accepts.
    function deliver(Message calldata message, Proof calldata proof) external;

    /// @notice Delivers a message whose delivery failed, with all the gas the caller gives; reverts if it fails again.
    function retry(Message calldata message) external;

    /// @notice What became of a message here.
    function status(bytes32 id) external view returns (Status);

    /// @notice The id under which a message is stored in its source's outbox.
    function messageId(Message calldata message) external pure returns (bytes32);
}
