// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC7786GatewaySource, IERC7786Recipient} from "@openzeppelin/contracts/interfaces/draft-IERC7786.sol";
import {InteroperableAddress} from "@openzeppelin/contracts/utils/draft-InteroperableAddress.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IMessageGateway, Message, Proof} from "../interfaces/IMessageGateway.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {Predeploys} from "../libraries/Predeploys.sol";
import {StateProof} from "../libraries/StateProof.sol";
import {Executor} from "./Executor.sol";
import {Outbox} from "./Outbox.sol";

/// @title Sends and delivers messages (ERC-7786)
/// @notice Both ends of every route. A message is a slot in the source's Outbox; `deliver` proves that slot and hands the
/// message over, once. L1 and rollups differ in whose state they can look into and in where ETH waits.
/// @dev Sending is open during a delivery (a recipient may answer); delivering is not. Gas, for a short payload to a contract
/// that stores it, transaction included: send 75,000 to 80,000; deliver L1 to rollup 330,000, rollup to L1 260,000, rollup to
/// rollup 530,000, and about half of that when earlier messages have proven the hops.
abstract contract MessageGateway is IMessageGateway, ReentrancyGuardTransient {
    /// @notice Gas of a delivery when the sender names none.
    uint256 public constant DEFAULT_GAS_LIMIT = 200_000;
    /// @notice Most gas a message may ask for, so that its delivery fits in a rollup's block and under EIP-7825's cap.
    uint256 public constant MAX_GAS_LIMIT = 5_000_000;
    /// @notice Longest payload in bytes, for the same reason.
    uint256 public constant MAX_PAYLOAD = 65_536;

    uint256 private constant MESSAGE_VERSION = 1;

    /// @dev ERC-7985 attributes, then ours.
    bytes4 private constant MIN_GAS_LIMIT = bytes4(keccak256("minGasLimit(uint256)"));
    bytes4 private constant DELIVER_AFTER = bytes4(keccak256("deliverAfter(uint256)"));
    bytes4 private constant DELIVER_BEFORE = bytes4(keccak256("deliverBefore(uint256)"));
    bytes4 private constant RELAY_FEE = bytes4(keccak256("relayFee(uint256)"));
    bytes4 private constant RAW_CALL = bytes4(keccak256("rawCall()"));

    /// @inheritdoc IMessageGateway
    mapping(bytes32 id => Status) public status;

    /// @notice Number of messages sent from here.
    uint256 public nonce;

    /// @inheritdoc IERC7786GatewaySource
    function supportsAttribute(bytes4 selector) external pure returns (bool) {
        return selector == MIN_GAS_LIMIT || selector == DELIVER_AFTER || selector == DELIVER_BEFORE
            || selector == RELAY_FEE || selector == RAW_CALL;
    }

    /// @notice Sends a message (ERC-7786). Attributes: ERC-7985's `minGasLimit`, `deliverAfter`, `deliverBefore`; ours are
    /// `relayFee(uint256 wei)`, the part of `msg.value` that goes to the relayer instead of the recipient, and `rawCall()`.
    /// @param recipient ERC-7930 address, chain included.
    /// @return The message's id; a relayer takes it from here.
    function sendMessage(bytes calldata recipient, bytes calldata payload, bytes[] calldata attributes)
        external
        payable
        returns (bytes32)
    {
        Message memory m;
        (m.destinationChainId, m.recipient) = InteroperableAddress.parseEvmV1Calldata(recipient);
        m.payload = payload;
        m.gasLimit = DEFAULT_GAS_LIMIT;
        for (uint256 i = 0; i < attributes.length; ++i) {
            _applyAttribute(m, attributes[i]);
        }
        require(msg.value >= m.fee, InsufficientValue(m.fee, msg.value));
        m.value = msg.value - m.fee;
        m.sender = msg.sender;
        return _send(m, attributes);
    }

    /// @inheritdoc IMessageGateway
    function send(uint256 chainId, address to, bytes calldata payload, uint256 gasLimit)
        external
        payable
        returns (bytes32)
    {
        Message memory m;
        m.destinationChainId = chainId;
        m.recipient = to;
        m.payload = payload;
        m.gasLimit = gasLimit == 0 ? DEFAULT_GAS_LIMIT : gasLimit;
        m.value = msg.value;
        m.sender = msg.sender;
        bytes[] memory attributes = new bytes[](1);
        attributes[0] = abi.encodePacked(MIN_GAS_LIMIT, m.gasLimit);
        return _send(m, attributes);
    }

    /// @inheritdoc IMessageGateway
    function deliver(Message calldata m, Proof calldata proof) external nonReentrant {
        bytes32 id = messageId(m);
        require(m.destinationChainId == block.chainid, WrongDestination(block.chainid, m.destinationChainId));
        require(status[id] == Status.Unknown, AlreadyProven(id, status[id]));
        require(block.timestamp >= m.deliverAfter, TooEarly(m.deliverAfter, block.timestamp));
        StateProof.storageAt(
            _sourceStateRoot(m.sourceChainId, proof),
            Predeploys.OUTBOX,
            StateProof.outboxSlot(id),
            proof.outboxAccountProof,
            proof.outboxStorageProof
        );
        if (_expired(m)) return _return(id, m, m.value + m.fee);

        // Three call frames stand between here and a rawCall's target, and each keeps 1/64 of the gas (EIP-150).
        uint256 required = m.gasLimit + m.gasLimit / 20 + m.payload.length + 150_000;
        require(gasleft() >= required, InsufficientGas(required, gasleft()));
        status[id] = Status.Delivered;
        try this.handOver(id, m, m.gasLimit) {
            emit MessageDelivered(id, m.sourceChainId, msg.sender);
        } catch (bytes memory reason) {
            status[id] = Status.Failed;
            emit MessageFailed(id, m.sourceChainId, msg.sender, reason);
        }
        if (m.fee > 0) _pay(msg.sender, m.fee);
    }

    /// @inheritdoc IMessageGateway
    function retry(Message calldata m) external nonReentrant {
        bytes32 id = messageId(m);
        require(status[id] == Status.Failed, NotFailed(id, status[id]));
        if (_expired(m)) return _return(id, m, m.value);
        status[id] = Status.Delivered;
        this.handOver(id, m, gasleft());
        emit MessageDelivered(id, m.sourceChainId, msg.sender);
    }

    /// @notice Hands a proven message to its recipient, all or nothing: a call of its own so that a refusal undoes it all.
    /// @dev The gateway alone calls this.
    function handOver(bytes32 id, Message calldata m, uint256 gasLimit) external {
        require(msg.sender == address(this), OnlySelf(msg.sender));
        require(!Predeploys.isForbiddenRecipient(m.recipient), ForbiddenRecipient(m.recipient));
        _unlock(m.value);
        if (m.rawCall) {
            Executor(Predeploys.EXECUTOR).execute{value: m.value}(
                m.recipient, m.payload, gasLimit, m.sourceChainId, m.sender
            );
        } else if (m.payload.length == 0 || m.recipient.code.length == 0) {
            BoundedCall.callOrRevert(m.recipient, m.value, gasLimit, "");
        } else {
            bytes memory sender = InteroperableAddress.formatEvmV1(m.sourceChainId, m.sender);
            bytes memory call_ = abi.encodeCall(IERC7786Recipient.receiveMessage, (id, sender, m.payload));
            bytes4 answer = bytes4(BoundedCall.callOrRevert(m.recipient, m.value, gasLimit, call_));
            require(answer == IERC7786Recipient.receiveMessage.selector, NotAccepted(m.recipient, answer));
        }
    }

    /// @inheritdoc IMessageGateway
    function messageId(Message memory m) public pure returns (bytes32) {
        return keccak256(abi.encode(MESSAGE_VERSION, m));
    }

    /// @dev The state root of the source that `proof` leads to.
    function _sourceStateRoot(uint256 sourceChainId, Proof calldata proof) internal virtual returns (bytes32);

    /// @dev Whether messages can be sent to a chain, as far as this chain knows.
    function _isDestination(uint256 chainId) internal view virtual returns (bool);

    /// @dev Takes ETH that is on its way out of circulation.
    function _lock(uint256 amount) internal virtual;

    /// @dev Brings ETH that has arrived into the gateway's balance.
    function _unlock(uint256 amount) internal virtual;

    function _applyAttribute(Message memory m, bytes calldata attribute) private pure {
        bytes4 selector = bytes4(attribute);
        if (selector == RAW_CALL) {
            require(attribute.length == 4, MalformedAttribute(attribute));
            m.rawCall = true;
            return;
        }
        if (selector == MIN_GAS_LIMIT) m.gasLimit = _uint(attribute);
        else if (selector == RELAY_FEE) m.fee = _uint(attribute);
        else if (selector == DELIVER_AFTER) m.deliverAfter = SafeCast.toUint64(_uint(attribute));
        else if (selector == DELIVER_BEFORE) m.deliverBefore = SafeCast.toUint64(_uint(attribute));
        else revert UnsupportedAttribute(selector);
    }

    function _uint(bytes calldata attribute) private pure returns (uint256) {
        require(attribute.length == 36, MalformedAttribute(attribute));
        return uint256(bytes32(attribute[4:]));
    }

    function _send(Message memory m, bytes[] memory attributes) private returns (bytes32 id) {
        require(_isDestination(m.destinationChainId), UnknownDestination(m.destinationChainId));
        require(!Predeploys.isForbiddenRecipient(m.recipient), ForbiddenRecipient(m.recipient));
        require(m.gasLimit <= MAX_GAS_LIMIT, GasLimitTooHigh(MAX_GAS_LIMIT, m.gasLimit));
        require(m.payload.length <= MAX_PAYLOAD, PayloadTooLong(MAX_PAYLOAD, m.payload.length));
        _lock(msg.value);
        return _queue(m, attributes);
    }

    function _queue(Message memory m, bytes[] memory attributes) private returns (bytes32 id) {
        m.sourceChainId = block.chainid;
        m.nonce = nonce++;
        id = messageId(m);
        Outbox(Predeploys.OUTBOX).store(id);
        emit MessageSent(
            id,
            InteroperableAddress.formatEvmV1(block.chainid, m.sender),
            InteroperableAddress.formatEvmV1(m.destinationChainId, m.recipient),
            m.payload,
            m.value,
            attributes
        );
        emit MessageQueued(id, m.destinationChainId, m.sender, m);
    }

    function _expired(Message calldata m) private view returns (bool) {
        return m.deliverBefore != 0 && block.timestamp > m.deliverBefore;
    }

    /// @dev Absence of a delivery cannot be proven at the source, so what the message carried comes back as a message. The
    /// ETH was never unlocked here, so there is nothing to lock.
    function _return(bytes32 id, Message calldata m, uint256 value) private {
        status[id] = Status.Returned;
        Message memory back;
        back.sender = address(this);
        back.destinationChainId = m.sourceChainId;
        back.recipient = m.sender;
        back.value = value;
        back.gasLimit = DEFAULT_GAS_LIMIT;
        bytes32 returnId = value == 0 ? bytes32(0) : _queue(back, new bytes[](0));
        emit MessageReturned(id, m.sourceChainId, returnId);
    }

    function _pay(address to, uint256 amount) private {
        _unlock(amount);
        (bool ok,) = to.call{value: amount}("");
        require(ok, TransferFailed(to, amount));
    }
}
