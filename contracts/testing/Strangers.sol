// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BridgeFungible, CrosschainLinked} from "@openzeppelin/contracts/crosschain/bridges/abstract/BridgeFungible.sol";
import {IERC7786Recipient} from "@openzeppelin/contracts/interfaces/draft-IERC7786.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Crosschain} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Crosschain.sol";
import {IMessageGateway, Message} from "src/interfaces/IMessageGateway.sol";
import {Executor} from "src/messaging/Executor.sol";
import {Predeploys} from "src/libraries/Predeploys.sol";

/// @notice Stands where EXECUTE would be on a chain that has no such precompile. It runs nothing: it gives the answer it
/// was told to give.
contract StandInExecute {
    bytes public answer;
    bool public fails;

    function set(bytes calldata answer_, bool fails_) external {
        (answer, fails) = (answer_, fails_);
    }

    fallback(bytes calldata) external returns (bytes memory) {
        if (fails) assembly { invalid() }
        return answer;
    }
}

/// @notice Accepts, refuses or answers wrongly, as told; remembers what it saw.
contract Recipient is IERC7786Recipient {
    error Refused(string reason);

    bool public refuses;
    bytes4 public answer = IERC7786Recipient.receiveMessage.selector;
    uint256 public received;
    bytes32 public lastId;
    bytes public lastSender;
    bytes public lastPayload;

    function set(bool refuses_, bytes4 answer_) external {
        (refuses, answer) = (refuses_, answer_);
    }

    function receiveMessage(bytes32 id, bytes calldata sender, bytes calldata payload) external payable returns (bytes4) {
        if (refuses) revert Refused("not today");
        ++received;
        (lastId, lastSender, lastPayload) = (id, sender, payload);
        return answer;
    }
}

/// @notice Needs all the gas it was promised, and tells whether it got it.
contract Hungry {
    uint256 public constant NEEDS = 300_000;
    uint256 public fed;

    error Starved(uint256 gas);

    function receiveMessage(bytes32, bytes calldata, bytes calldata) external payable returns (bytes4) {
        eat();
        return IERC7786Recipient.receiveMessage.selector;
    }

    function eat() public payable {
        // What decoding of arguments and dispatch took before this line.
        require(gasleft() + 3_000 >= NEEDS, Starved(gasleft()));
        ++fed;
    }
}

/// @notice A relayer that delivers with a given amount of gas, and tells what came of it.
contract Relayer {
    function outcome(bytes32 id, bytes calldata deliver, uint256 gasLimit)
        external
        returns (bool delivered, IMessageGateway.Status status)
    {
        (delivered,) = Predeploys.GATEWAY.call{gas: gasLimit}(deliver);
        status = IMessageGateway(Predeploys.GATEWAY).status(id);
    }
}

/// @notice Reverts with more data than anyone wants to pay for.
contract Shouter {
    fallback() external payable {
        assembly { revert(0, 200000) }
    }
}

/// @notice Answers each message with one of its own, in the same call; tries to deliver again while it is being delivered.
contract Echo is IERC7786Recipient {
    bool public reentered;

    function receiveMessage(bytes32, bytes calldata, bytes calldata payload) external payable returns (bytes4) {
        (uint256 chainId, address to, Message memory m) = abi.decode(payload, (uint256, address, Message));
        try IMessageGateway(msg.sender).retry(m) {
            reentered = true;
        } catch {}
        IMessageGateway(msg.sender).send{value: msg.value}(chainId, to, "", 0);
        return IERC7786Recipient.receiveMessage.selector;
    }
}

/// @notice Target of plain calls: who called, and what the executor says of the sender.
contract Target {
    address public caller;
    uint256 public sourceChainId;
    address public sender;
    uint256 public value;
    uint256 public argument;

    function call(uint256 argument_) external payable {
        (caller, value, argument) = (msg.sender, msg.value, argument_);
        (sourceChainId, sender) = (Executor(msg.sender).sourceChainId(), Executor(msg.sender).sender());
    }
}

/// @notice OpenZeppelin's cross-chain ERC-20, with nothing changed.
contract Token is ERC20Crosschain {
    constructor(Link[] memory links, address holder, uint256 supply)
        ERC20("Token", "TKN")
        CrosschainLinked(links)
    {
        if (supply > 0) _mint(holder, supply);
    }
}
