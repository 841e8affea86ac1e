// Generated from src/l1/L1Gateway.sol by contracts/build.ts; do not edit.

export const l1GatewayAbi = [
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "enum IMessageGateway.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "AlreadyProven",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum BlockHeader.HeaderField",
        "name": "",
        "type": "uint8"
      }
    ],
    "name": "FieldNotPresentInBlockHeader",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      }
    ],
    "name": "ForbiddenRecipient",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "got",
        "type": "uint256"
      }
    ],
    "name": "GasLimitTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "required",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "available",
        "type": "uint256"
      }
    ],
    "name": "InsufficientGas",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "fee",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "InsufficientValue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "InteroperableAddressParsingError",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes",
        "name": "attribute",
        "type": "bytes"
      }
    ],
    "name": "MalformedAttribute",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      },
      {
        "internalType": "bytes4",
        "name": "answer",
        "type": "bytes4"
      }
    ],
    "name": "NotAccepted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "enum IMessageGateway.Status",
        "name": "status",
        "type": "uint8"
      }
    ],
    "name": "NotFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "number",
        "type": "uint256"
      }
    ],
    "name": "NotSettled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "OnlySelf",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "maximum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "got",
        "type": "uint256"
      }
    ],
    "name": "PayloadTooLong",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "RLPInvalidEncoding",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "deliverAfter",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "timestamp",
        "type": "uint256"
      }
    ],
    "name": "TooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "TransferFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "enum TrieProof.ProofError",
        "name": "err",
        "type": "uint8"
      }
    ],
    "name": "TrieProofTraversalError",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      }
    ],
    "name": "UnknownDestination",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "UnsupportedAttribute",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "got",
        "type": "uint256"
      }
    ],
    "name": "WrongDestination",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "got",
        "type": "bytes32"
      }
    ],
    "name": "WrongHeader",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "GenesisBacked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "sourceChainId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "relayer",
        "type": "address"
      }
    ],
    "name": "MessageDelivered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "sourceChainId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "relayer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "MessageFailed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "destinationChainId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "sourceChainId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "destinationChainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fee",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gasLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deliverAfter",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deliverBefore",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "rawCall",
            "type": "bool"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "indexed": false,
        "internalType": "struct Message",
        "name": "message",
        "type": "tuple"
      }
    ],
    "name": "MessageQueued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "sourceChainId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "returnId",
        "type": "bytes32"
      }
    ],
    "name": "MessageReturned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "sendId",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "sender",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "recipient",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes[]",
        "name": "attributes",
        "type": "bytes[]"
      }
    ],
    "name": "MessageSent",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "DEFAULT_GAS_LIMIT",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_GAS_LIMIT",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_PAYLOAD",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      }
    ],
    "name": "backGenesis",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "sourceChainId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "destinationChainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fee",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gasLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deliverAfter",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deliverBefore",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "rawCall",
            "type": "bool"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "internalType": "struct Message",
        "name": "m",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "anchorTimestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "l1Number",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "l1Header",
            "type": "bytes"
          },
          {
            "internalType": "bytes[]",
            "name": "registryAccountProof",
            "type": "bytes[]"
          },
          {
            "internalType": "bytes[]",
            "name": "registryStorageProof",
            "type": "bytes[]"
          },
          {
            "internalType": "uint64",
            "name": "sourceNumber",
            "type": "uint64"
          },
          {
            "internalType": "bytes",
            "name": "sourceHeader",
            "type": "bytes"
          },
          {
            "internalType": "bytes[]",
            "name": "outboxAccountProof",
            "type": "bytes[]"
          },
          {
            "internalType": "bytes[]",
            "name": "outboxStorageProof",
            "type": "bytes[]"
          }
        ],
        "internalType": "struct Proof",
        "name": "proof",
        "type": "tuple"
      }
    ],
    "name": "deliver",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "sourceChainId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "destinationChainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fee",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gasLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deliverAfter",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deliverBefore",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "rawCall",
            "type": "bool"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "internalType": "struct Message",
        "name": "m",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "gasLimit",
        "type": "uint256"
      }
    ],
    "name": "handOver",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "sourceChainId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "destinationChainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fee",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gasLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deliverAfter",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deliverBefore",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "rawCall",
            "type": "bool"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "internalType": "struct Message",
        "name": "m",
        "type": "tuple"
      }
    ],
    "name": "messageId",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "nonce",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "sourceChainId",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "sender",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "destinationChainId",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "fee",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "gasLimit",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "deliverAfter",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "deliverBefore",
            "type": "uint64"
          },
          {
            "internalType": "bool",
            "name": "rawCall",
            "type": "bool"
          },
          {
            "internalType": "bytes",
            "name": "payload",
            "type": "bytes"
          }
        ],
        "internalType": "struct Message",
        "name": "m",
        "type": "tuple"
      }
    ],
    "name": "retry",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "internalType": "uint256",
        "name": "gasLimit",
        "type": "uint256"
      }
    ],
    "name": "send",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes",
        "name": "recipient",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "internalType": "bytes[]",
        "name": "attributes",
        "type": "bytes[]"
      }
    ],
    "name": "sendMessage",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "status",
    "outputs": [
      {
        "internalType": "enum IMessageGateway.Status",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "selector",
        "type": "bytes4"
      }
    ],
    "name": "supportsAttribute",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  }
] as const

export const l1GatewayBytecode = {
  creation: '0x6080806040523460155761344f908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063435ed6fe14610bd157806352ad0d5e14610b9c5780636eb96ef314610b4f578063720a995b146109f5578063871c0d63146109af578063a682ebe91461091e578063affed0e014610901578063ca98a8df14610574578063cdfe7f5c1461023e578063cfdd2b7314610220578063d6be695a14610202578063dc680a0f146100c95763e3f5aa51146100a9575f80fd5b346100c657806003193601126100c6576020604051624c4b408152f35b80fd5b50346100c65760206003193601126100c6576004357fffffffff0000000000000000000000000000000000000000000000000000000081168091036101fe57807f39f87ba100000000000000000000000000000000000000000000000000000000602092149081156101d4575b81156101aa575b8115610180575b8115610156575b506040519015158152f35b7fab443d16000000000000000000000000000000000000000000000000000000009150148261014b565b7fde20b4480000000000000000000000000000000000000000000000000000000081149150610144565b7f3e97d7ee000000000000000000000000000000000000000000000000000000008114915061013d565b7f745910eb0000000000000000000000000000000000000000000000000000000081149150610136565b5080fd5b50346100c657806003193601126100c657602060405162030d408152f35b50346100c657806003193601126100c6576020604051620100008152f35b5060606003193601126100c65760043567ffffffffffffffff81116101fe5761026b903690600401610e0c565b919060243567ffffffffffffffff81116105705761028d903690600401610e0c565b926044359167ffffffffffffffff83116101fe57366023840112156101fe5782600401359467ffffffffffffffff86116105705760248401943660248860051b8701011161056c576102dd610f95565b976102e88183612d9e565b96949095938193929391610541575b5080610537575b80610525575b15610516578161031391612625565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036104e95760031b610100039361010085116104e957357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104b2575b50506001931c9360601c925b1561047157505073ffffffffffffffffffffffffffffffffffffffff16608089015260608801526103bb91369190610cab565b61016086015262030d4060e0860152805b848110156103f9576001906103f36103ec60248360051b87010187611447565b908961220b565b016103cc565b8584868460c08401908151803410610441576020610439876104338888610421895134611b54565b60a085015233604085015236916113a1565b90611c37565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104ae6040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611063565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f8061037c565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50879450849350839050610388565b50851580610304575060148614610304565b50602182106102fe565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f6102f7565b8380fd5b8280fd5b50346106f05760606003193601126106f05760243567ffffffffffffffff81116106f057806004019061018060031982360301126106f057604435913033036108d55760848201926105e06105d06105cb86611ae9565b611eb8565b156105da86611ae9565b90611b0a565b60a48301359061014484013580151581036106f057156106f4576106076044939495611ae9565b610621610618610164880187611447565b95909701611ae9565b917380790000000000000000000000000000000000043b156106f05773ffffffffffffffffffffffffffffffffffffffff80935f9761069d6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611063565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af180156106e5576106d7575b5080f35b6106e391505f90610c29565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107078284611447565b90501580156108c4575b1561073d575050506107256106d393611ae9565b9160405192610735602085610c29565b5f8452612177565b9261083e94610813610821946108056107906107d59661078a61078360447fffffffff000000000000000000000000000000000000000000000000000000009c01611ae9565b8535611fd7565b93611447565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3a565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611063565b03601f198101855284610c29565b61081c87611ae9565b612177565b6020815191015182811691600481106108af575b50501691611ae9565b7f2432ef2600000000000000000000000000000000000000000000000000000000820361086a57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610835565b506108ce86611ae9565b3b15610711565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346106f0575f6003193601126106f0576020600154604051908152f35b346106f05760406003193601126106f05760043567ffffffffffffffff81116106f05761018060031982360301126106f0576024359067ffffffffffffffff82116106f05761012060031983360301126106f05761098a9161097e611d11565b600401906004016114c7565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346106f05760206003193601126106f05760043567ffffffffffffffff81116106f05761018060031982360301126106f05761098a906109ed611d11565b6004016111db565b60806003193601126106f05760243573ffffffffffffffffffffffffffffffffffffffff81168091036106f05760443567ffffffffffffffff81116106f057610a45610a68913690600401610e0c565b919060643592610a53610f95565b94600435606087015260808601523691610cab565b61016083015280610b4a575062030d405b60e082019081523460a0830152336040830152604080519092610a9c8483610c29565b60018252602093601f1901925f5b848110610b0e5750610439935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610af5604482610c29565b610afe83611005565b52610b0882611005565b50611c37565b60608482018701528501610aaa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610a79565b60206003193601126106f057600435610b7081610b6b81611b61565b610f62565b7fdf922490b0ee12635b34049cb8cda7b7a9d013485b77266f736df7b9387c9e1e6020604051348152a2005b346106f05760206003193601126106f0576004355f525f602052602060ff60405f20541660405190610bcd81610dd5565b8152f35b346106f05760206003193601126106f05760043567ffffffffffffffff81116106f057610439610c076020923690600401610cff565b610f2b565b610180810190811067ffffffffffffffff821117610b1d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b1d57604052565b359073ffffffffffffffffffffffffffffffffffffffff821682036106f057565b359067ffffffffffffffff821682036106f057565b359081151582036106f057565b67ffffffffffffffff8111610b1d57601f01601f191660200190565b929192610cb782610c8f565b91610cc56040519384610c29565b8294818452818301116106f0578281602093845f960137010152565b9080601f830112156106f057816020610cfc93359101610cab565b90565b9190610180838203126106f05760405190610d1982610c0c565b81938035835260208101356020840152610d3560408201610c4c565b604084015260608101356060840152610d5060808201610c4c565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d806101008201610c6d565b610100840152610d936101208201610c6d565b610120840152610da66101408201610c82565b6101408401526101608101359167ffffffffffffffff83116106f05761016092610dd09201610ce1565b910152565b60041115610ddf57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156106f05782359167ffffffffffffffff83116106f057602083818601950101116106f057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cfc93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3a565b604051610f5c81610f4e6020820194600186526040808401526060830190610e5f565b03601f198101835282610c29565b51902090565b15610f6a5750565b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60405190610fa282610c0c565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b1d5760051b60200190565b8051156110125760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b8051600110156110125760400190565b80518210156110125760209160051b010190565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929190845260606020850152803560608501526020810135608085015273ffffffffffffffffffffffffffffffffffffffff6110c260408301610c4c565b1660a0850152606081013560c085015273ffffffffffffffffffffffffffffffffffffffff6110f360808301610c4c565b1660e085015260a081013561010085015260c081013561012085015260e081013561014085015267ffffffffffffffff6111306101008301610c6d565b1661016085015267ffffffffffffffff61114d6101208301610c6d565b166101808501526111616101408201610c82565b15156101a08501526101608101357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1823603018112156106f057016020813591019067ffffffffffffffff81116106f05780360382136106f0576040916111d6916101806101c08801526101e0870191611063565b930152565b6111e8610c073683610cff565b5f90805f525f60205260ff60405f20541661120281610dd5565b815f525f602052600260ff60405f2054169103611300575061122383611d85565b6112ed57805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b156106f0575f61129d91604051809381927fca98a8df000000000000000000000000000000000000000000000000000000008352888760048501611083565b038183305af180156106e5576112d8575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112e59192505f90610c29565b5f905f6112ae565b90508160a06112fe93013591611dc2565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261133081610dd5565b60245260445ffd5b3567ffffffffffffffff811681036106f05790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156106f0570180359067ffffffffffffffff82116106f057602001918160051b360383136106f057565b9291906113ad81610fed565b936113bb6040519586610c29565b602085838152019160051b8101918383116106f05781905b8382106113e1575050505050565b813567ffffffffffffffff81116106f0576020916114028784938701610ce1565b8152019101906113d3565b9190820180921161141a57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156106f0570180359067ffffffffffffffff82116106f0576020019181360383136106f057565b3d156114c2573d906114a982610c8f565b916114b76040519384610c29565b82523d5f602084013e565b606090565b6114d4610c073683610cff565b905f916060820135468103611aba5750805f525f60205260ff60405f2054166114fc81610dd5565b815f525f60205260ff60405f20541690611a8a5750610100820161153467ffffffffffffffff61152b83611338565b16421091611338565b90611a50575081359360a0810161154a81611338565b9067ffffffffffffffff604051927f55fd357a0000000000000000000000000000000000000000000000000000000084528860048501521660248301526020826044817380790000000000000000000000000000000000015afa9182156106e5575f92611a1a575b506115bc90611338565b81156119e0575060c08201906115dc6115d58385611447565b3691610cab565b60208151910120908082036119b25750506115d56115fa9183611447565b6116106040519160208101905160801b17612c0f565b908151600310156119855781516003101561101257608061163692015190604052612cf1565b6117016116f260405160208101908682525f60408201526040815261165c606082610c29565b5190209361169661168461168e61167660e085018561134d565b92909461010081019061134d565b94909236916113a1565b9236916113a1565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526116d1603482610c29565b51902090604051916020830152602082526116ed604083610c29565b6125dd565b60208101905160801b17612c0f565b908151600210156110125761174992611720606061173a940151612cf1565b9060405160208101918252602081526116d1604082610c29565b60208101905160801b17612cf1565b5061175382611d85565b6119665760e08201359361178361176d601487048761140d565b61177b610160860186611447565b91905061140d565b620249f0810180911161141a57805a10905a91611938575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b156106f0575f61181195604051809781927fca98a8df000000000000000000000000000000000000000000000000000000008352878760048501611083565b038183305af19485611923575b5060c09394155f146118f857611832611498565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061189f33966020830190610e3a565b0390a45b0135806118ae575050565b8180808084335af16118be611498565b50156118c8575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a46118a3565b60c094505f61193191610c29565b5f9361181e565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112fe925061197f60c082013560a083013561140d565b91611dc2565b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b67ffffffffffffffff90877f6903d2bd000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b9091506020813d602011611a48575b81611a3660209383610c29565b810103126106f05751906115bc6115b2565b3d9150611a29565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261133081610dd5565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036106f05790565b15611b125750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9190820391821161141a57565b604051907f91df545e00000000000000000000000000000000000000000000000000000000825260048201526020816024817380790000000000000000000000000000000000015afa80156106e5575f90611bd4575b73ffffffffffffffffffffffffffffffffffffffff915016151590565b506020813d602011611c2f575b81611bee60209383610c29565b810103126106f0575173ffffffffffffffffffffffffffffffffffffffff811681036106f05773ffffffffffffffffffffffffffffffffffffffff90611bb7565b3d9150611be1565b9190611c5260608401611c4a8151611b61565b905190610f62565b611c7f73ffffffffffffffffffffffffffffffffffffffff608085015116611c7981611eb8565b15611b0a565b60e0830151624c4b408111611cdf57506101608301515192620100008411611cac57610cfc9293506123b3565b837f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611d5d5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611d9b82611338565b1615159081611da8575090565b67ffffffffffffffff9150611dbc90611338565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611dff610f95565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611e2f604085359586606087015201611ae9565b1660808301528060a083015262030d4060e0830152155f14611e7557505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611e858184610c29565b5f8352601f19015f5b818110611ea757505090611ea1916123b3565b91611e4f565b806060602080938701015201611e8e565b73ffffffffffffffffffffffffffffffffffffffff81166110008110918215611fb0575b508115611f93575b8115611f77575b8115611f5b575b8115611f3f575b8115611f23575b8115611f0a575090565b7164d678505ad48f8ccb093bc65613800e828291501490565b71bff46984e3725691fa540a8c7589300d828281149150611f00565b71bbddc7ce488642fb579f8b00f3a59000725181149150611ef9565b710961ef480eb55e80d19ad83579a64c00700281149150611ef2565b71f90827f1c53a10cb7a02335b17532000293581149150611eeb565b720f3df6d732807ef1319fb7b8bb8522d0beac0281149150611ee4565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f611edc565b60156025610cfc927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f19604051948260208701526020865261207d604087610c29565b60ff865193821c119060031c17602003018180821091180281189360206120a48684611b54565b95806120c86120b289610c8f565b986120c06040519a8b610c29565b808a52610c8f565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c29565b915f9391849360208451940192f1903d61040081116121b9575b604051928184526020840190825f833e601f19603f8487010116604052156121b7575050565bfd5b50610400612191565b919091156121ce575050565b6104ae6040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611063565b91907fffffffff000000000000000000000000000000000000000000000000000000008135818116906004851061239f575b50167fab443d16000000000000000000000000000000000000000000000000000000008114612386577f39f87ba100000000000000000000000000000000000000000000000000000000810361229a575060e091610dd091612641565b7fde20b4480000000000000000000000000000000000000000000000000000000081036122ce575060c091610dd091612641565b7f745910eb00000000000000000000000000000000000000000000000000000000810361231a575061231461230f6101009367ffffffffffffffff93612641565b612668565b16910152565b7f3e97d7ee00000000000000000000000000000000000000000000000000000000810361235b575061231461230f6101209367ffffffffffffffff93612641565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b509161239b82600194600461014095146121c2565b0152565b828092508560040360031b1b16165f61223d565b4681526001545f9392905f19811461141a576001810160015560208301526123da82610f2b565b937380790000000000000000000000000000000000033b156106f0576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af180156106e5576125ca575b508490604084019261247373ffffffffffffffffffffffffffffffffffffffff85511646611fd7565b90606086019261249f845173ffffffffffffffffffffffffffffffffffffffff60808a01511690611fd7565b6124e26101608901516124d460a08b0151936124c66040519860a08a5260a08a0190610e3a565b9088820360208a0152610e3a565b908682036040880152610e3a565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106125955750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a70481846125909573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e5f565b0390a4565b91939596975091936020806125b683601f1986600196030187528951610e3a565b97019301930190928b979695949293612509565b6125d691505f90610c29565b5f5f61244a565b906125e89291612747565b600e811015610ddf57806125fa575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b359060208110612633575090565b5f199060200360031b1b1690565b61264f8282602482146121c2565b816004116106f0576004600319610cfc93019101612625565b67ffffffffffffffff81116126845767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff821161141a57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff821161141a57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff821161141a57565b9092916060935f94815115612c04575061276390949294612ee6565b6040515f939190849081805b8651881015612bf257612782888861104f565b519184612b4b575050888151602083012003612b3a576127b090989392919860208101905160801b17612c0f565b975b8851601103612905578251820361281557505050508451601010156127e857506102206127e4939401519051906130fb565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b9091929783518310156128d857612836906020848601015160f81c9061104f565b5161284081613131565b93849190600181018091116128ab5794602014801561288f575b61287357505061286990612c0f565b975b9291906127b2565b929394999150966001905b84604052019698939291909861276f565b5060018901808a116128ab576128a690898561315f565b61285a565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612b295761292d61292861292283611005565b5161300b565b612ee6565b90815115612b175760208201805160f81c906129528560208901895160801b1761305a565b935160801b176001821660020360ff81116104e9579060ff61297592169061305a565b908160801c938060801c92838611918215612a80575b5050612a6c5760018111612a235750508115612a1157906129b06129c894939261103f565b519160206129bd84613131565b96909387949361140d565b951480156129f5575b6129e65750506129e090612c0f565b9761286b565b9293949991509660019061287e565b5060018901808a116128ab57612a0c90898561315f565b6129d1565b50505050505050509050606090600790565b9295509593509798506003915011155f14612a5e575003612a5357612a4a6127e49361103f565b519051906130fb565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612aea5750612ad8576fffffffffffffffffffffffffffffffff612ad09116985f997fffffffffffffffffffffffffffffffff00000000000000000000000000000000821617906130c3565b155f8061298b565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612b9d57506020148015939150612b8d575b5050612b7c576127b0905b98939291986116f2565b505050505050509050606090600390565b6020840120141590505f80612b67565b1492831593612bc8575b505050612bb7576127b090612b72565b505050505050509050606090600490565b602085015192935090612be1575b5014155f8080612ba7565b5f199060200360031b1b165f612bd6565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612c1e8161319a565b6002819493941015610ddf576001149081612cde575b5015612cb657926040519360208501925b828110612c6057505050601f198382030160051c8352604052565b92612ca084612c7c612c77859697612c9a9661305a565b61319a565b50612c94612c8d838398949861140d565b8489613094565b9561140d565b9061140d565b9181526020810180911161141a57929190612c45565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b612ce991508361140d565b84145f612c34565b8060801c9060218211612cb657612d078161319a565b6002819592951015610ddf57612cb65783612d2457505050505f90565b81602001908160201161141a5782036020019081111502601f8111612ad8575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361141a5760031b61010003610100811161141a571c90565b91909160068310612ed6577e010000000000000000000000000000000000000000000000000000000000007fffff00000000000000000000000000000000000000000000000000000000000082351603612ed657826004101561101257600481013560f81c80600601808510612ec4578160050191826005116106f0578583116106f05760058401938682941015611012576005828201013560f81c96878301936006850190818310612eac5781106106f057116106f057811580159782840160060194939093039290612ea2575b508615612e9d57600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f612e6d565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b828110612f0a57505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201612efe565b6130148161319a565b6002819392931015610ddf57612cb65761302d92613094565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612ad8576fffffffffffffffffffffffffffffffff6130858261308c94611b54565b931661140d565b9060801b1790565b9061309f838261140d565b8260801c10612ad8576fffffffffffffffffffffffffffffffff61308c921661140d565b9190915f928160801c908060801c82146130dc57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f19820191821161141a5703613128576131159061300b565b908151155f1461312457600990565b5f90565b50606090600890565b908160801c91602183105f1461314e5761314a906133df565b9190565b613159919250612cf1565b90602090565b9091825181109283613172575b50505090565b6131929350906131819161104f565b5160208101905160801b17906130c3565b5f808061316c565b908160801c918215612cb6576131af816133df565b60f81c60c08110156133115760808110156131d057505f9250600191839150565b60b78111613266576131e360ff91612716565b1680931190816131fc575b5015612cb657600191905f90565b6001841480159250613210575b505f6131ee565b7f8000000000000000000000000000000000000000000000000000000000000000915061325d7fff0000000000000000000000000000000000000000000000000000000000000091613415565b1610155f613209565b61327261327791612716565b6126e5565b60ff81169182851115612cb65761328d90613415565b907fff00000000000000000000000000000000000000000000000000000000000000821615612cb65760ff8116830361141a576107f89060031b1661010003610100811161141a571c9283826037821192836132fd575b50505015612cb6576001810180911161141a5791905f90565b613308929350611b54565b1183825f6132e4565b9060f78211613337575061332660ff916126b4565b1680921115612cb657600191908290565b90613272613344916126b4565b60ff81169182851115612cb65761335a90613415565b907fff00000000000000000000000000000000000000000000000000000000000000821615612cb65760ff8116830361141a576107f89060031b1661010003610100811161141a571c9283826037821192836133cb575b50505015612cb6576001810180911161141a579190600190565b6133d6929350611b54565b1183825f6133b1565b60208160801c5f0301602081111502601f8111612ad8575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612ad8576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
  runtime: '0x60806040526004361015610011575f80fd5b5f5f3560e01c8063435ed6fe14610bd157806352ad0d5e14610b9c5780636eb96ef314610b4f578063720a995b146109f5578063871c0d63146109af578063a682ebe91461091e578063affed0e014610901578063ca98a8df14610574578063cdfe7f5c1461023e578063cfdd2b7314610220578063d6be695a14610202578063dc680a0f146100c95763e3f5aa51146100a9575f80fd5b346100c657806003193601126100c6576020604051624c4b408152f35b80fd5b50346100c65760206003193601126100c6576004357fffffffff0000000000000000000000000000000000000000000000000000000081168091036101fe57807f39f87ba100000000000000000000000000000000000000000000000000000000602092149081156101d4575b81156101aa575b8115610180575b8115610156575b506040519015158152f35b7fab443d16000000000000000000000000000000000000000000000000000000009150148261014b565b7fde20b4480000000000000000000000000000000000000000000000000000000081149150610144565b7f3e97d7ee000000000000000000000000000000000000000000000000000000008114915061013d565b7f745910eb0000000000000000000000000000000000000000000000000000000081149150610136565b5080fd5b50346100c657806003193601126100c657602060405162030d408152f35b50346100c657806003193601126100c6576020604051620100008152f35b5060606003193601126100c65760043567ffffffffffffffff81116101fe5761026b903690600401610e0c565b919060243567ffffffffffffffff81116105705761028d903690600401610e0c565b926044359167ffffffffffffffff83116101fe57366023840112156101fe5782600401359467ffffffffffffffff86116105705760248401943660248860051b8701011161056c576102dd610f95565b976102e88183612d9e565b96949095938193929391610541575b5080610537575b80610525575b15610516578161031391612625565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036104e95760031b610100039361010085116104e957357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104b2575b50506001931c9360601c925b1561047157505073ffffffffffffffffffffffffffffffffffffffff16608089015260608801526103bb91369190610cab565b61016086015262030d4060e0860152805b848110156103f9576001906103f36103ec60248360051b87010187611447565b908961220b565b016103cc565b8584868460c08401908151803410610441576020610439876104338888610421895134611b54565b60a085015233604085015236916113a1565b90611c37565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104ae6040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611063565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f8061037c565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50879450849350839050610388565b50851580610304575060148614610304565b50602182106102fe565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f6102f7565b8380fd5b8280fd5b50346106f05760606003193601126106f05760243567ffffffffffffffff81116106f057806004019061018060031982360301126106f057604435913033036108d55760848201926105e06105d06105cb86611ae9565b611eb8565b156105da86611ae9565b90611b0a565b60a48301359061014484013580151581036106f057156106f4576106076044939495611ae9565b610621610618610164880187611447565b95909701611ae9565b917380790000000000000000000000000000000000043b156106f05773ffffffffffffffffffffffffffffffffffffffff80935f9761069d6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611063565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af180156106e5576106d7575b5080f35b6106e391505f90610c29565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107078284611447565b90501580156108c4575b1561073d575050506107256106d393611ae9565b9160405192610735602085610c29565b5f8452612177565b9261083e94610813610821946108056107906107d59661078a61078360447fffffffff000000000000000000000000000000000000000000000000000000009c01611ae9565b8535611fd7565b93611447565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3a565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611063565b03601f198101855284610c29565b61081c87611ae9565b612177565b6020815191015182811691600481106108af575b50501691611ae9565b7f2432ef2600000000000000000000000000000000000000000000000000000000820361086a57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610835565b506108ce86611ae9565b3b15610711565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346106f0575f6003193601126106f0576020600154604051908152f35b346106f05760406003193601126106f05760043567ffffffffffffffff81116106f05761018060031982360301126106f0576024359067ffffffffffffffff82116106f05761012060031983360301126106f05761098a9161097e611d11565b600401906004016114c7565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346106f05760206003193601126106f05760043567ffffffffffffffff81116106f05761018060031982360301126106f05761098a906109ed611d11565b6004016111db565b60806003193601126106f05760243573ffffffffffffffffffffffffffffffffffffffff81168091036106f05760443567ffffffffffffffff81116106f057610a45610a68913690600401610e0c565b919060643592610a53610f95565b94600435606087015260808601523691610cab565b61016083015280610b4a575062030d405b60e082019081523460a0830152336040830152604080519092610a9c8483610c29565b60018252602093601f1901925f5b848110610b0e5750610439935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610af5604482610c29565b610afe83611005565b52610b0882611005565b50611c37565b60608482018701528501610aaa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610a79565b60206003193601126106f057600435610b7081610b6b81611b61565b610f62565b7fdf922490b0ee12635b34049cb8cda7b7a9d013485b77266f736df7b9387c9e1e6020604051348152a2005b346106f05760206003193601126106f0576004355f525f602052602060ff60405f20541660405190610bcd81610dd5565b8152f35b346106f05760206003193601126106f05760043567ffffffffffffffff81116106f057610439610c076020923690600401610cff565b610f2b565b610180810190811067ffffffffffffffff821117610b1d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b1d57604052565b359073ffffffffffffffffffffffffffffffffffffffff821682036106f057565b359067ffffffffffffffff821682036106f057565b359081151582036106f057565b67ffffffffffffffff8111610b1d57601f01601f191660200190565b929192610cb782610c8f565b91610cc56040519384610c29565b8294818452818301116106f0578281602093845f960137010152565b9080601f830112156106f057816020610cfc93359101610cab565b90565b9190610180838203126106f05760405190610d1982610c0c565b81938035835260208101356020840152610d3560408201610c4c565b604084015260608101356060840152610d5060808201610c4c565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d806101008201610c6d565b610100840152610d936101208201610c6d565b610120840152610da66101408201610c82565b6101408401526101608101359167ffffffffffffffff83116106f05761016092610dd09201610ce1565b910152565b60041115610ddf57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156106f05782359167ffffffffffffffff83116106f057602083818601950101116106f057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cfc93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3a565b604051610f5c81610f4e6020820194600186526040808401526060830190610e5f565b03601f198101835282610c29565b51902090565b15610f6a5750565b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60405190610fa282610c0c565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b1d5760051b60200190565b8051156110125760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b8051600110156110125760400190565b80518210156110125760209160051b010190565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929190845260606020850152803560608501526020810135608085015273ffffffffffffffffffffffffffffffffffffffff6110c260408301610c4c565b1660a0850152606081013560c085015273ffffffffffffffffffffffffffffffffffffffff6110f360808301610c4c565b1660e085015260a081013561010085015260c081013561012085015260e081013561014085015267ffffffffffffffff6111306101008301610c6d565b1661016085015267ffffffffffffffff61114d6101208301610c6d565b166101808501526111616101408201610c82565b15156101a08501526101608101357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1823603018112156106f057016020813591019067ffffffffffffffff81116106f05780360382136106f0576040916111d6916101806101c08801526101e0870191611063565b930152565b6111e8610c073683610cff565b5f90805f525f60205260ff60405f20541661120281610dd5565b815f525f602052600260ff60405f2054169103611300575061122383611d85565b6112ed57805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b156106f0575f61129d91604051809381927fca98a8df000000000000000000000000000000000000000000000000000000008352888760048501611083565b038183305af180156106e5576112d8575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112e59192505f90610c29565b5f905f6112ae565b90508160a06112fe93013591611dc2565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261133081610dd5565b60245260445ffd5b3567ffffffffffffffff811681036106f05790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156106f0570180359067ffffffffffffffff82116106f057602001918160051b360383136106f057565b9291906113ad81610fed565b936113bb6040519586610c29565b602085838152019160051b8101918383116106f05781905b8382106113e1575050505050565b813567ffffffffffffffff81116106f0576020916114028784938701610ce1565b8152019101906113d3565b9190820180921161141a57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156106f0570180359067ffffffffffffffff82116106f0576020019181360383136106f057565b3d156114c2573d906114a982610c8f565b916114b76040519384610c29565b82523d5f602084013e565b606090565b6114d4610c073683610cff565b905f916060820135468103611aba5750805f525f60205260ff60405f2054166114fc81610dd5565b815f525f60205260ff60405f20541690611a8a5750610100820161153467ffffffffffffffff61152b83611338565b16421091611338565b90611a50575081359360a0810161154a81611338565b9067ffffffffffffffff604051927f55fd357a0000000000000000000000000000000000000000000000000000000084528860048501521660248301526020826044817380790000000000000000000000000000000000015afa9182156106e5575f92611a1a575b506115bc90611338565b81156119e0575060c08201906115dc6115d58385611447565b3691610cab565b60208151910120908082036119b25750506115d56115fa9183611447565b6116106040519160208101905160801b17612c0f565b908151600310156119855781516003101561101257608061163692015190604052612cf1565b6117016116f260405160208101908682525f60408201526040815261165c606082610c29565b5190209361169661168461168e61167660e085018561134d565b92909461010081019061134d565b94909236916113a1565b9236916113a1565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526116d1603482610c29565b51902090604051916020830152602082526116ed604083610c29565b6125dd565b60208101905160801b17612c0f565b908151600210156110125761174992611720606061173a940151612cf1565b9060405160208101918252602081526116d1604082610c29565b60208101905160801b17612cf1565b5061175382611d85565b6119665760e08201359361178361176d601487048761140d565b61177b610160860186611447565b91905061140d565b620249f0810180911161141a57805a10905a91611938575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b156106f0575f61181195604051809781927fca98a8df000000000000000000000000000000000000000000000000000000008352878760048501611083565b038183305af19485611923575b5060c09394155f146118f857611832611498565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061189f33966020830190610e3a565b0390a45b0135806118ae575050565b8180808084335af16118be611498565b50156118c8575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a46118a3565b60c094505f61193191610c29565b5f9361181e565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112fe925061197f60c082013560a083013561140d565b91611dc2565b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b67ffffffffffffffff90877f6903d2bd000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b9091506020813d602011611a48575b81611a3660209383610c29565b810103126106f05751906115bc6115b2565b3d9150611a29565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261133081610dd5565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036106f05790565b15611b125750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9190820391821161141a57565b604051907f91df545e00000000000000000000000000000000000000000000000000000000825260048201526020816024817380790000000000000000000000000000000000015afa80156106e5575f90611bd4575b73ffffffffffffffffffffffffffffffffffffffff915016151590565b506020813d602011611c2f575b81611bee60209383610c29565b810103126106f0575173ffffffffffffffffffffffffffffffffffffffff811681036106f05773ffffffffffffffffffffffffffffffffffffffff90611bb7565b3d9150611be1565b9190611c5260608401611c4a8151611b61565b905190610f62565b611c7f73ffffffffffffffffffffffffffffffffffffffff608085015116611c7981611eb8565b15611b0a565b60e0830151624c4b408111611cdf57506101608301515192620100008411611cac57610cfc9293506123b3565b837f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611d5d5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611d9b82611338565b1615159081611da8575090565b67ffffffffffffffff9150611dbc90611338565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611dff610f95565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611e2f604085359586606087015201611ae9565b1660808301528060a083015262030d4060e0830152155f14611e7557505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611e858184610c29565b5f8352601f19015f5b818110611ea757505090611ea1916123b3565b91611e4f565b806060602080938701015201611e8e565b73ffffffffffffffffffffffffffffffffffffffff81166110008110918215611fb0575b508115611f93575b8115611f77575b8115611f5b575b8115611f3f575b8115611f23575b8115611f0a575090565b7164d678505ad48f8ccb093bc65613800e828291501490565b71bff46984e3725691fa540a8c7589300d828281149150611f00565b71bbddc7ce488642fb579f8b00f3a59000725181149150611ef9565b710961ef480eb55e80d19ad83579a64c00700281149150611ef2565b71f90827f1c53a10cb7a02335b17532000293581149150611eeb565b720f3df6d732807ef1319fb7b8bb8522d0beac0281149150611ee4565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f611edc565b60156025610cfc927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f19604051948260208701526020865261207d604087610c29565b60ff865193821c119060031c17602003018180821091180281189360206120a48684611b54565b95806120c86120b289610c8f565b986120c06040519a8b610c29565b808a52610c8f565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c29565b915f9391849360208451940192f1903d61040081116121b9575b604051928184526020840190825f833e601f19603f8487010116604052156121b7575050565bfd5b50610400612191565b919091156121ce575050565b6104ae6040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611063565b91907fffffffff000000000000000000000000000000000000000000000000000000008135818116906004851061239f575b50167fab443d16000000000000000000000000000000000000000000000000000000008114612386577f39f87ba100000000000000000000000000000000000000000000000000000000810361229a575060e091610dd091612641565b7fde20b4480000000000000000000000000000000000000000000000000000000081036122ce575060c091610dd091612641565b7f745910eb00000000000000000000000000000000000000000000000000000000810361231a575061231461230f6101009367ffffffffffffffff93612641565b612668565b16910152565b7f3e97d7ee00000000000000000000000000000000000000000000000000000000810361235b575061231461230f6101209367ffffffffffffffff93612641565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b509161239b82600194600461014095146121c2565b0152565b828092508560040360031b1b16165f61223d565b4681526001545f9392905f19811461141a576001810160015560208301526123da82610f2b565b937380790000000000000000000000000000000000033b156106f0576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af180156106e5576125ca575b508490604084019261247373ffffffffffffffffffffffffffffffffffffffff85511646611fd7565b90606086019261249f845173ffffffffffffffffffffffffffffffffffffffff60808a01511690611fd7565b6124e26101608901516124d460a08b0151936124c66040519860a08a5260a08a0190610e3a565b9088820360208a0152610e3a565b908682036040880152610e3a565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106125955750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a70481846125909573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e5f565b0390a4565b91939596975091936020806125b683601f1986600196030187528951610e3a565b97019301930190928b979695949293612509565b6125d691505f90610c29565b5f5f61244a565b906125e89291612747565b600e811015610ddf57806125fa575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b359060208110612633575090565b5f199060200360031b1b1690565b61264f8282602482146121c2565b816004116106f0576004600319610cfc93019101612625565b67ffffffffffffffff81116126845767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff821161141a57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff821161141a57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff821161141a57565b9092916060935f94815115612c04575061276390949294612ee6565b6040515f939190849081805b8651881015612bf257612782888861104f565b519184612b4b575050888151602083012003612b3a576127b090989392919860208101905160801b17612c0f565b975b8851601103612905578251820361281557505050508451601010156127e857506102206127e4939401519051906130fb565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b9091929783518310156128d857612836906020848601015160f81c9061104f565b5161284081613131565b93849190600181018091116128ab5794602014801561288f575b61287357505061286990612c0f565b975b9291906127b2565b929394999150966001905b84604052019698939291909861276f565b5060018901808a116128ab576128a690898561315f565b61285a565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612b295761292d61292861292283611005565b5161300b565b612ee6565b90815115612b175760208201805160f81c906129528560208901895160801b1761305a565b935160801b176001821660020360ff81116104e9579060ff61297592169061305a565b908160801c938060801c92838611918215612a80575b5050612a6c5760018111612a235750508115612a1157906129b06129c894939261103f565b519160206129bd84613131565b96909387949361140d565b951480156129f5575b6129e65750506129e090612c0f565b9761286b565b9293949991509660019061287e565b5060018901808a116128ab57612a0c90898561315f565b6129d1565b50505050505050509050606090600790565b9295509593509798506003915011155f14612a5e575003612a5357612a4a6127e49361103f565b519051906130fb565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612aea5750612ad8576fffffffffffffffffffffffffffffffff612ad09116985f997fffffffffffffffffffffffffffffffff00000000000000000000000000000000821617906130c3565b155f8061298b565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612b9d57506020148015939150612b8d575b5050612b7c576127b0905b98939291986116f2565b505050505050509050606090600390565b6020840120141590505f80612b67565b1492831593612bc8575b505050612bb7576127b090612b72565b505050505050509050606090600490565b602085015192935090612be1575b5014155f8080612ba7565b5f199060200360031b1b165f612bd6565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612c1e8161319a565b6002819493941015610ddf576001149081612cde575b5015612cb657926040519360208501925b828110612c6057505050601f198382030160051c8352604052565b92612ca084612c7c612c77859697612c9a9661305a565b61319a565b50612c94612c8d838398949861140d565b8489613094565b9561140d565b9061140d565b9181526020810180911161141a57929190612c45565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b612ce991508361140d565b84145f612c34565b8060801c9060218211612cb657612d078161319a565b6002819592951015610ddf57612cb65783612d2457505050505f90565b81602001908160201161141a5782036020019081111502601f8111612ad8575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361141a5760031b61010003610100811161141a571c90565b91909160068310612ed6577e010000000000000000000000000000000000000000000000000000000000007fffff00000000000000000000000000000000000000000000000000000000000082351603612ed657826004101561101257600481013560f81c80600601808510612ec4578160050191826005116106f0578583116106f05760058401938682941015611012576005828201013560f81c96878301936006850190818310612eac5781106106f057116106f057811580159782840160060194939093039290612ea2575b508615612e9d57600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f612e6d565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b828110612f0a57505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201612efe565b6130148161319a565b6002819392931015610ddf57612cb65761302d92613094565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612ad8576fffffffffffffffffffffffffffffffff6130858261308c94611b54565b931661140d565b9060801b1790565b9061309f838261140d565b8260801c10612ad8576fffffffffffffffffffffffffffffffff61308c921661140d565b9190915f928160801c908060801c82146130dc57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f19820191821161141a5703613128576131159061300b565b908151155f1461312457600990565b5f90565b50606090600890565b908160801c91602183105f1461314e5761314a906133df565b9190565b613159919250612cf1565b90602090565b9091825181109283613172575b50505090565b6131929350906131819161104f565b5160208101905160801b17906130c3565b5f808061316c565b908160801c918215612cb6576131af816133df565b60f81c60c08110156133115760808110156131d057505f9250600191839150565b60b78111613266576131e360ff91612716565b1680931190816131fc575b5015612cb657600191905f90565b6001841480159250613210575b505f6131ee565b7f8000000000000000000000000000000000000000000000000000000000000000915061325d7fff0000000000000000000000000000000000000000000000000000000000000091613415565b1610155f613209565b61327261327791612716565b6126e5565b60ff81169182851115612cb65761328d90613415565b907fff00000000000000000000000000000000000000000000000000000000000000821615612cb65760ff8116830361141a576107f89060031b1661010003610100811161141a571c9283826037821192836132fd575b50505015612cb6576001810180911161141a5791905f90565b613308929350611b54565b1183825f6132e4565b9060f78211613337575061332660ff916126b4565b1680921115612cb657600191908290565b90613272613344916126b4565b60ff81169182851115612cb65761335a90613415565b907fff00000000000000000000000000000000000000000000000000000000000000821615612cb65760ff8116830361141a576107f89060031b1661010003610100811161141a571c9283826037821192836133cb575b50505015612cb6576001810180911161141a579190600190565b6133d6929350611b54565b1183825f6133b1565b60208160801c5f0301602081111502601f8111612ad8575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612ad8576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
} as const

export const l1GatewayStorage = {
  "status": {
    "slot": 0,
    "offset": 0,
    "type": "mapping(bytes32 => enum IMessageGateway.Status)"
  },
  "nonce": {
    "slot": 1,
    "offset": 0,
    "type": "uint256"
  }
} as const
