// Generated from src/l2/Gateway.sol by contracts/build.ts; do not edit.

export const gatewayAbi = [
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
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotVault",
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
        "internalType": "uint256",
        "name": "height",
        "type": "uint256"
      }
    ],
    "name": "UnknownL1Block",
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
    "name": "WrongL1Block",
    "type": "error"
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
  },
  {
    "stateMutability": "payable",
    "type": "receive"
  }
] as const

export const gatewayBytecode = {
  creation: '0x608080604052346015576137a7908161001a8239f35b5f80fdfe60806040526004361015610061575b3615610018575f80fd5b738079000000000000000000000000000000000015330361003557005b7fe9d60161000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f5f3560e01c8063435ed6fe14610bd457806352ad0d5e14610b9f578063720a995b14610a45578063871c0d63146109ff578063a682ebe91461096e578063affed0e014610951578063ca98a8df146105bb578063cdfe7f5c14610285578063cfdd2b7314610267578063d6be695a14610249578063dc680a0f146101105763e3f5aa51146100f0575061000e565b3461010d578060031936011261010d576020604051624c4b408152f35b80fd5b503461010d57602060031936011261010d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361024557807f39f87ba1000000000000000000000000000000000000000000000000000000006020921490811561021b575b81156101f1575b81156101c7575b811561019d575b506040519015158152f35b7fab443d160000000000000000000000000000000000000000000000000000000091501482610192565b7fde20b448000000000000000000000000000000000000000000000000000000008114915061018b565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081149150610184565b7f745910eb000000000000000000000000000000000000000000000000000000008114915061017d565b5080fd5b503461010d578060031936011261010d57602060405162030d408152f35b503461010d578060031936011261010d576020604051620100008152f35b50606060031936011261010d5760043567ffffffffffffffff8111610245576102b2903690600401610e0f565b919060243567ffffffffffffffff81116105b7576102d4903690600401610e0f565b926044359167ffffffffffffffff831161024557366023840112156102455782600401359467ffffffffffffffff86116105b75760248401943660248860051b870101116105b357610324610f65565b9761032f81836130f6565b96949095938193929391610588575b508061057e575b8061056c575b1561055d578161035a9161297d565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036105305760031b6101000393610100851161053057357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104f9575b50506001931c9360601c925b156104b857505073ffffffffffffffffffffffffffffffffffffffff166080890152606088015261040291369190610cae565b61016086015262030d4060e0860152805b848110156104405760019061043a61043360248360051b87010187611421565b9089612563565b01610413565b8584868460c084019081518034106104885760206104808761047a888861046889513461197d565b60a0850152336040850152369161137b565b9061198a565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104f56040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f806103c3565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b508794508493508390506103cf565b5085158061034b57506014861461034b565b5060218210610345565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f61033e565b8380fd5b8280fd5b50346107405760606003193601126107405760243567ffffffffffffffff81116107405780600401906101806003198236030112610740576044359130330361092557608482019261062761061761061286611912565b6121cd565b1561062186611912565b90611933565b60a483013590610636826122a6565b61014484013580151581036107405715610744576106576044939495611912565b610671610668610164880187611421565b95909701611912565b917380790000000000000000000000000000000000043b156107405773ffffffffffffffffffffffffffffffffffffffff80935f976106ed6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611083565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af1801561073557610727575b5080f35b61073391505f90610c2c565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107578284611421565b9050158015610914575b1561078d5750505061077561072393611912565b9160405192610785602085610c2c565b5f84526124cf565b9261088e94610863610871946108556107e0610825966107da6107d360447fffffffff000000000000000000000000000000000000000000000000000000009c01611912565b853561232f565b93611421565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3d565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611083565b03601f198101855284610c2c565b61086c87611912565b6124cf565b6020815191015182811691600481106108ff575b50501691611912565b7f2432ef260000000000000000000000000000000000000000000000000000000082036108ba57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610885565b5061091e86611912565b3b15610761565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34610740575f600319360112610740576020600154604051908152f35b346107405760406003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576024359067ffffffffffffffff8211610740576101206003198336030112610740576109da916109ce611b1d565b600401906004016114a1565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346107405760206003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576109da90610a3d611b1d565b6004016111b5565b60806003193601126107405760243573ffffffffffffffffffffffffffffffffffffffff81168091036107405760443567ffffffffffffffff811161074057610a95610ab8913690600401610e0f565b919060643592610aa3610f65565b94600435606087015260808601523691610cae565b61016083015280610b9a575062030d405b60e082019081523460a0830152336040830152604080519092610aec8483610c2c565b60018252602093601f1901925f5b848110610b5e5750610480935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610b45604482610c2c565b610b4e83610fd5565b52610b5882610fd5565b5061198a565b60608482018701528501610afa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610ac9565b34610740576020600319360112610740576004355f525f602052602060ff60405f20541660405190610bd081610dd8565b8152f35b346107405760206003193601126107405760043567ffffffffffffffff811161074057610480610c0a6020923690600401610d02565b610f2e565b610180810190811067ffffffffffffffff821117610b6d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b6d57604052565b359073ffffffffffffffffffffffffffffffffffffffff8216820361074057565b359067ffffffffffffffff8216820361074057565b3590811515820361074057565b67ffffffffffffffff8111610b6d57601f01601f191660200190565b929192610cba82610c92565b91610cc86040519384610c2c565b829481845281830111610740578281602093845f960137010152565b9080601f8301121561074057816020610cff93359101610cae565b90565b9190610180838203126107405760405190610d1c82610c0f565b81938035835260208101356020840152610d3860408201610c4f565b604084015260608101356060840152610d5360808201610c4f565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d836101008201610c70565b610100840152610d966101208201610c70565b610120840152610da96101408201610c85565b6101408401526101608101359167ffffffffffffffff83116107405761016092610dd39201610ce4565b910152565b60041115610de257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156107405782359167ffffffffffffffff8311610740576020838186019501011161074057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cff93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3d565b604051610f5f81610f516020820194600186526040808401526060830190610e62565b03601f198101835282610c2c565b51902090565b60405190610f7282610c0f565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b6d5760051b60200190565b805115610fe25760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b805160011015610fe25760400190565b8051821015610fe25760209160051b010190565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561074057016020813591019167ffffffffffffffff821161074057813603831361074057565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929161119c6111b091604093875260606020880152803560608801526020810135608088015273ffffffffffffffffffffffffffffffffffffffff6110ea858301610c4f565b1660a0880152606081013560c088015273ffffffffffffffffffffffffffffffffffffffff61111b60808301610c4f565b1660e088015260a081013561010088015260c081013561012088015260e081013561014088015267ffffffffffffffff6111586101008301610c70565b1661016088015267ffffffffffffffff6111756101208301610c70565b166101808801526111896101408201610c85565b15156101a0880152610160810190611033565b6101806101c08801526101e0870191611083565b930152565b6111c2610c0a3683610d02565b5f90805f525f60205260ff60405f2054166111dc81610dd8565b815f525f602052600260ff60405f20541691036112da57506111fd83611b91565b6112c757805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b15610740575f61127791604051809381927fca98a8df0000000000000000000000000000000000000000000000000000000083528887600485016110a3565b038183305af18015610735576112b2575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112bf9192505f90610c2c565b5f905f611288565b90508160a06112d893013591611bce565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b60245260445ffd5b3567ffffffffffffffff811681036107405790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff821161074057602001918160051b3603831361074057565b92919061138781610fbd565b936113956040519586610c2c565b602085838152019160051b8101918383116107405781905b8382106113bb575050505050565b813567ffffffffffffffff8111610740576020916113dc8784938701610ce4565b8152019101906113ad565b919082018092116113f457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff82116107405760200191813603831361074057565b3d1561149c573d9061148382610c92565b916114916040519384610c2c565b82523d5f602084013e565b606090565b6114ae610c0a3683610d02565b905f9160608201354681036118e35750805f525f60205260ff60405f2054166114d681610dd8565b815f525f60205260ff60405f205416906118b35750610100820161150e67ffffffffffffffff61150583611312565b16421091611312565b9061187957508135936115218186611d23565b6115ec6115dd60405160208101908682525f604082015260408152611547606082610c2c565b5190209361158161156f61157961156160e0850185611327565b929094610100810190611327565b949092369161137b565b92369161137b565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526115bc603482610c2c565b51902090604051916020830152602082526115d8604083610c2c565b612935565b60208101905160801b17612f67565b90815160021015610fe2576116349261160b6060611625940151613049565b9060405160208101918252602081526115bc604082610c2c565b60208101905160801b17613049565b5061163e82611b91565b61185a5760e08201359361166e61165860148704876113e7565b611666610160860186611421565b9190506113e7565b620249f081018091116113f457805a10905a9161182c575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b15610740575f6116fc95604051809781927fca98a8df0000000000000000000000000000000000000000000000000000000083528787600485016110a3565b038183305af19485611817575b5060c09394155f146117ec5761171d611472565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061178a33966020830190610e3d565b0390a45b013580611799575050565b6117a2816122a6565b8180808084335af16117b2611472565b50156117bc575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a461178e565b60c094505f61182591610c2c565b5f93611709565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112d8925061187360c082013560a08301356113e7565b91611bce565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036107405790565b1561193b5750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b919082039182116113f457565b90606082015180151580611b13575b15611ae857506119cc73ffffffffffffffffffffffffffffffffffffffff6080840151166119c6816121cd565b15611933565b60e0820151624c4b408111611ab6575061016082015151620100008111611a845750346119fd575b610cff9161270b565b7380790000000000000000000000000000000000153b1561074057604051917febd93ac60000000000000000000000000000000000000000000000000000000083525f83600481347380790000000000000000000000000000000000155af192831561073557610cff93611a74575b5091506119f4565b5f611a7e91610c2c565b5f611a6c565b7f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5046811415611999565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611b695760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611ba782611312565b1615159081611bb4575090565b67ffffffffffffffff9150611bc890611312565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611c0b610f65565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611c3b604085359586606087015201611912565b1660808301528060a083015262030d4060e0830152155f14611c8157505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611c918184610c2c565b5f8352601f19015f5b818110611cb357505090611cad9161270b565b91611c5b565b806060602080938701015201611c9a565b90602083828152019260208260051b82010193835f925b848410611ceb5750505050505090565b909192939495602080611d1383601f198660019603018852611d0d8b88611033565b90611083565b9801940194019294939190611cdb565b6040517f12622e5b0000000000000000000000000000000000000000000000000000000081526020816004817380790000000000000000000000000000000000115afa908115610735575f9161219b575b50811480156120e3575b60408301611d8c8185611421565b9050611fbb575b50611ecc57611da460a08301611312565b611db060208401611312565b91611dbe60c0850185611421565b94611dcc6060820182611327565b9160808101611dda91611327565b929093604051988998899889987f95f447ef000000000000000000000000000000000000000000000000000000008a5260048a015267ffffffffffffffff16602489015267ffffffffffffffff1660448801526064870160c0905260c4870190611e4392611083565b90858203600319016084870152611e5992611cc4565b908382036003190160a4850152611e6f92611cc4565b035a925f738079000000000000000000000000000000000012602095f1908115610735575f91611e9d575090565b90506020813d602011611ec4575b81611eb860209383610c2c565b81010312610740575190565b3d9150611eab565b50602001611ed981611312565b9067ffffffffffffffff604051927fd9f315fe0000000000000000000000000000000000000000000000000000000084521660048301526020826024817380790000000000000000000000000000000000115afa918215610735575f92611f85575b50611f4590611312565b8115611f4f575090565b67ffffffffffffffff907f6e98c8cc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9091506020813d602011611fb3575b81611fa160209383610c2c565b81010312610740575190611f45611f3b565b3d9150611f94565b602067ffffffffffffffff61202192611fdd611fd688611312565b9188611421565b949060405195869485947ff0f89dfd000000000000000000000000000000000000000000000000000000008652166004850152604060248501526044840191611083565b03815f7380790000000000000000000000000000000000115af1908115610735575f916120b1575b506020840161206c67ffffffffffffffff61206383611312565b16831491611312565b90156120785750611d93565b67ffffffffffffffff907f8b9a8115000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506020813d6020116120db575b816120cc60209383610c2c565b8101031261074057515f612049565b3d91506120bf565b6120ef60a08401611312565b67ffffffffffffffff604051917fe95a42800000000000000000000000000000000000000000000000000000000083528460048401521660248201526020816044817380790000000000000000000000000000000000125afa908115610735575f91612169575b50806121625750611d7e565b9250505090565b90506020813d602011612193575b8161218460209383610c2c565b8101031261074057515f612156565b3d9150612177565b90506020813d6020116121c5575b816121b660209383610c2c565b8101031261074057515f611d74565b3d91506121a9565b73ffffffffffffffffffffffffffffffffffffffff8116611000811091821561227f575b508115612262575b8115612246575b811561222a575b8115612211575090565b71bbddc7ce488642fb579f8b00f3a59000725191501490565b710961ef480eb55e80d19ad83579a64c00700281149150612207565b71f90827f1c53a10cb7a02335b17532000293581149150612200565b720f3df6d732807ef1319fb7b8bb8522d0beac02811491506121f9565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f6121f1565b806122ae5750565b7380790000000000000000000000000000000000153b1561074057604051907f0357371d00000000000000000000000000000000000000000000000000000000825230600483015260248201525f81604481837380790000000000000000000000000000000000155af18015610735576123255750565b5f6112d891610c2c565b60156025610cff927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f1960405194826020870152602086526123d5604087610c2c565b60ff865193821c119060031c17602003018180821091180281189360206123fc868461197d565b958061242061240a89610c92565b986124186040519a8b610c2c565b808a52610c92565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c2c565b915f9391849360208451940192f1903d6104008111612511575b604051928184526020840190825f833e601f19603f84870101166040521561250f575050565bfd5b506104006124e9565b91909115612526575050565b6104f56040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b91907fffffffff00000000000000000000000000000000000000000000000000000000813581811690600485106126f7575b50167fab443d160000000000000000000000000000000000000000000000000000000081146126de577f39f87ba10000000000000000000000000000000000000000000000000000000081036125f2575060e091610dd391612999565b7fde20b448000000000000000000000000000000000000000000000000000000008103612626575060c091610dd391612999565b7f745910eb000000000000000000000000000000000000000000000000000000008103612672575061266c6126676101009367ffffffffffffffff93612999565b6129c0565b16910152565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081036126b3575061266c6126676101209367ffffffffffffffff93612999565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50916126f3826001946004610140951461251a565b0152565b828092508560040360031b1b16165f612595565b4681526001545f9392905f1981146113f45760018101600155602083015261273282610f2e565b937380790000000000000000000000000000000000033b15610740576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af1801561073557612922575b50849060408401926127cb73ffffffffffffffffffffffffffffffffffffffff8551164661232f565b9060608601926127f7845173ffffffffffffffffffffffffffffffffffffffff60808a0151169061232f565b61283a61016089015161282c60a08b01519361281e6040519860a08a5260a08a0190610e3d565b9088820360208a0152610e3d565b908682036040880152610e3d565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106128ed5750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a70481846128e89573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e62565b0390a4565b919395969750919360208061290e83601f1986600196030187528951610e3d565b97019301930190928b979695949293612861565b61292e91505f90610c2c565b5f5f6127a2565b906129409291612a9f565b600e811015610de25780612952575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b35906020811061298b575090565b5f199060200360031b1b1690565b6129a782826024821461251a565b81600411610740576004600319610cff9301910161297d565b67ffffffffffffffff81116129dc5767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116113f457565b9092916060935f94815115612f5c5750612abb9094929461323e565b6040515f939190849081805b8651881015612f4a57612ada888861101f565b519184612ea3575050888151602083012003612e9257612b0890989392919860208101905160801b17612f67565b975b8851601103612c5d5782518203612b6d5750505050845160101015612b405750610220612b3c93940151905190613453565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015612c3057612b8e906020848601015160f81c9061101f565b51612b9881613489565b9384919060018101809111612c0357946020148015612be7575b612bcb575050612bc190612f67565b975b929190612b0a565b929394999150966001905b846040520196989392919098612ac7565b5060018901808a11612c0357612bfe9089856134b7565b612bb2565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612e8157612c85612c80612c7a83610fd5565b51613363565b61323e565b90815115612e6f5760208201805160f81c90612caa8560208901895160801b176133b2565b935160801b176001821660020360ff8111610530579060ff612ccd9216906133b2565b908160801c938060801c92838611918215612dd8575b5050612dc45760018111612d7b5750508115612d695790612d08612d2094939261100f565b51916020612d1584613489565b9690938794936113e7565b95148015612d4d575b612d3e575050612d3890612f67565b97612bc3565b92939499915096600190612bd6565b5060018901808a11612c0357612d649089856134b7565b612d29565b50505050505050509050606090600790565b9295509593509798506003915011155f14612db6575003612dab57612da2612b3c9361100f565b51905190613453565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612e425750612e30576fffffffffffffffffffffffffffffffff612e289116985f997fffffffffffffffffffffffffffffffff000000000000000000000000000000008216179061341b565b155f80612ce3565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612ef557506020148015939150612ee5575b5050612ed457612b08905b98939291986115dd565b505050505050509050606090600390565b6020840120141590505f80612ebf565b1492831593612f20575b505050612f0f57612b0890612eca565b505050505050509050606090600490565b602085015192935090612f39575b5014155f8080612eff565b5f199060200360031b1b165f612f2e565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612f76816134f2565b6002819493941015610de2576001149081613036575b501561300e57926040519360208501925b828110612fb857505050601f198382030160051c8352604052565b92612ff884612fd4612fcf859697612ff2966133b2565b6134f2565b50612fec612fe583839894986113e7565b84896133ec565b956113e7565b906113e7565b918152602081018091116113f457929190612f9d565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b6130419150836113e7565b84145f612f8c565b8060801c906021821161300e5761305f816134f2565b6002819592951015610de25761300e578361307c57505050505f90565b8160200190816020116113f45782036020019081111502601f8111612e30575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036113f45760031b6101000361010081116113f4571c90565b9190916006831061322e577e010000000000000000000000000000000000000000000000000000000000007fffff0000000000000000000000000000000000000000000000000000000000008235160361322e578260041015610fe257600481013560f81c8060060180851061321c57816005019182600511610740578583116107405760058401938682941015610fe2576005828201013560f81c968783019360068501908183106132045781106107405711610740578115801597828401600601949390930392906131fa575b5086156131f557600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f6131c5565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b82811061326257505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201613256565b61336c816134f2565b6002819392931015610de25761300e57613385926133ec565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612e30576fffffffffffffffffffffffffffffffff6133dd826133e49461197d565b93166113e7565b9060801b1790565b906133f783826113e7565b8260801c10612e30576fffffffffffffffffffffffffffffffff6133e492166113e7565b9190915f928160801c908060801c821461343457505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116113f457036134805761346d90613363565b908151155f1461347c57600990565b5f90565b50606090600890565b908160801c91602183105f146134a6576134a290613737565b9190565b6134b1919250613049565b90602090565b90918251811092836134ca575b50505090565b6134ea9350906134d99161101f565b5160208101905160801b179061341b565b5f80806134c4565b908160801c91821561300e5761350781613737565b60f81c60c081101561366957608081101561352857505f9250600191839150565b60b781116135be5761353b60ff91612a6e565b168093119081613554575b501561300e57600191905f90565b6001841480159250613568575b505f613546565b7f800000000000000000000000000000000000000000000000000000000000000091506135b57fff000000000000000000000000000000000000000000000000000000000000009161376d565b1610155f613561565b6135ca6135cf91612a6e565b612a3d565b60ff8116918285111561300e576135e59061376d565b907fff0000000000000000000000000000000000000000000000000000000000000082161561300e5760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613655575b5050501561300e57600181018091116113f45791905f90565b61366092935061197d565b1183825f61363c565b9060f7821161368f575061367e60ff91612a0c565b168092111561300e57600191908290565b906135ca61369c91612a0c565b60ff8116918285111561300e576136b29061376d565b907fff0000000000000000000000000000000000000000000000000000000000000082161561300e5760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613723575b5050501561300e57600181018091116113f4579190600190565b61372e92935061197d565b1183825f613709565b60208160801c5f0301602081111502601f8111612e30575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612e30576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
  runtime: '0x60806040526004361015610061575b3615610018575f80fd5b738079000000000000000000000000000000000015330361003557005b7fe9d60161000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f5f3560e01c8063435ed6fe14610bd457806352ad0d5e14610b9f578063720a995b14610a45578063871c0d63146109ff578063a682ebe91461096e578063affed0e014610951578063ca98a8df146105bb578063cdfe7f5c14610285578063cfdd2b7314610267578063d6be695a14610249578063dc680a0f146101105763e3f5aa51146100f0575061000e565b3461010d578060031936011261010d576020604051624c4b408152f35b80fd5b503461010d57602060031936011261010d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361024557807f39f87ba1000000000000000000000000000000000000000000000000000000006020921490811561021b575b81156101f1575b81156101c7575b811561019d575b506040519015158152f35b7fab443d160000000000000000000000000000000000000000000000000000000091501482610192565b7fde20b448000000000000000000000000000000000000000000000000000000008114915061018b565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081149150610184565b7f745910eb000000000000000000000000000000000000000000000000000000008114915061017d565b5080fd5b503461010d578060031936011261010d57602060405162030d408152f35b503461010d578060031936011261010d576020604051620100008152f35b50606060031936011261010d5760043567ffffffffffffffff8111610245576102b2903690600401610e0f565b919060243567ffffffffffffffff81116105b7576102d4903690600401610e0f565b926044359167ffffffffffffffff831161024557366023840112156102455782600401359467ffffffffffffffff86116105b75760248401943660248860051b870101116105b357610324610f65565b9761032f81836130f6565b96949095938193929391610588575b508061057e575b8061056c575b1561055d578161035a9161297d565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036105305760031b6101000393610100851161053057357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104f9575b50506001931c9360601c925b156104b857505073ffffffffffffffffffffffffffffffffffffffff166080890152606088015261040291369190610cae565b61016086015262030d4060e0860152805b848110156104405760019061043a61043360248360051b87010187611421565b9089612563565b01610413565b8584868460c084019081518034106104885760206104808761047a888861046889513461197d565b60a0850152336040850152369161137b565b9061198a565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104f56040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f806103c3565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b508794508493508390506103cf565b5085158061034b57506014861461034b565b5060218210610345565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f61033e565b8380fd5b8280fd5b50346107405760606003193601126107405760243567ffffffffffffffff81116107405780600401906101806003198236030112610740576044359130330361092557608482019261062761061761061286611912565b6121cd565b1561062186611912565b90611933565b60a483013590610636826122a6565b61014484013580151581036107405715610744576106576044939495611912565b610671610668610164880187611421565b95909701611912565b917380790000000000000000000000000000000000043b156107405773ffffffffffffffffffffffffffffffffffffffff80935f976106ed6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611083565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af1801561073557610727575b5080f35b61073391505f90610c2c565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107578284611421565b9050158015610914575b1561078d5750505061077561072393611912565b9160405192610785602085610c2c565b5f84526124cf565b9261088e94610863610871946108556107e0610825966107da6107d360447fffffffff000000000000000000000000000000000000000000000000000000009c01611912565b853561232f565b93611421565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3d565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611083565b03601f198101855284610c2c565b61086c87611912565b6124cf565b6020815191015182811691600481106108ff575b50501691611912565b7f2432ef260000000000000000000000000000000000000000000000000000000082036108ba57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610885565b5061091e86611912565b3b15610761565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34610740575f600319360112610740576020600154604051908152f35b346107405760406003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576024359067ffffffffffffffff8211610740576101206003198336030112610740576109da916109ce611b1d565b600401906004016114a1565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346107405760206003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576109da90610a3d611b1d565b6004016111b5565b60806003193601126107405760243573ffffffffffffffffffffffffffffffffffffffff81168091036107405760443567ffffffffffffffff811161074057610a95610ab8913690600401610e0f565b919060643592610aa3610f65565b94600435606087015260808601523691610cae565b61016083015280610b9a575062030d405b60e082019081523460a0830152336040830152604080519092610aec8483610c2c565b60018252602093601f1901925f5b848110610b5e5750610480935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610b45604482610c2c565b610b4e83610fd5565b52610b5882610fd5565b5061198a565b60608482018701528501610afa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610ac9565b34610740576020600319360112610740576004355f525f602052602060ff60405f20541660405190610bd081610dd8565b8152f35b346107405760206003193601126107405760043567ffffffffffffffff811161074057610480610c0a6020923690600401610d02565b610f2e565b610180810190811067ffffffffffffffff821117610b6d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b6d57604052565b359073ffffffffffffffffffffffffffffffffffffffff8216820361074057565b359067ffffffffffffffff8216820361074057565b3590811515820361074057565b67ffffffffffffffff8111610b6d57601f01601f191660200190565b929192610cba82610c92565b91610cc86040519384610c2c565b829481845281830111610740578281602093845f960137010152565b9080601f8301121561074057816020610cff93359101610cae565b90565b9190610180838203126107405760405190610d1c82610c0f565b81938035835260208101356020840152610d3860408201610c4f565b604084015260608101356060840152610d5360808201610c4f565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d836101008201610c70565b610100840152610d966101208201610c70565b610120840152610da96101408201610c85565b6101408401526101608101359167ffffffffffffffff83116107405761016092610dd39201610ce4565b910152565b60041115610de257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156107405782359167ffffffffffffffff8311610740576020838186019501011161074057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cff93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3d565b604051610f5f81610f516020820194600186526040808401526060830190610e62565b03601f198101835282610c2c565b51902090565b60405190610f7282610c0f565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b6d5760051b60200190565b805115610fe25760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b805160011015610fe25760400190565b8051821015610fe25760209160051b010190565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561074057016020813591019167ffffffffffffffff821161074057813603831361074057565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929161119c6111b091604093875260606020880152803560608801526020810135608088015273ffffffffffffffffffffffffffffffffffffffff6110ea858301610c4f565b1660a0880152606081013560c088015273ffffffffffffffffffffffffffffffffffffffff61111b60808301610c4f565b1660e088015260a081013561010088015260c081013561012088015260e081013561014088015267ffffffffffffffff6111586101008301610c70565b1661016088015267ffffffffffffffff6111756101208301610c70565b166101808801526111896101408201610c85565b15156101a0880152610160810190611033565b6101806101c08801526101e0870191611083565b930152565b6111c2610c0a3683610d02565b5f90805f525f60205260ff60405f2054166111dc81610dd8565b815f525f602052600260ff60405f20541691036112da57506111fd83611b91565b6112c757805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b15610740575f61127791604051809381927fca98a8df0000000000000000000000000000000000000000000000000000000083528887600485016110a3565b038183305af18015610735576112b2575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112bf9192505f90610c2c565b5f905f611288565b90508160a06112d893013591611bce565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b60245260445ffd5b3567ffffffffffffffff811681036107405790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff821161074057602001918160051b3603831361074057565b92919061138781610fbd565b936113956040519586610c2c565b602085838152019160051b8101918383116107405781905b8382106113bb575050505050565b813567ffffffffffffffff8111610740576020916113dc8784938701610ce4565b8152019101906113ad565b919082018092116113f457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff82116107405760200191813603831361074057565b3d1561149c573d9061148382610c92565b916114916040519384610c2c565b82523d5f602084013e565b606090565b6114ae610c0a3683610d02565b905f9160608201354681036118e35750805f525f60205260ff60405f2054166114d681610dd8565b815f525f60205260ff60405f205416906118b35750610100820161150e67ffffffffffffffff61150583611312565b16421091611312565b9061187957508135936115218186611d23565b6115ec6115dd60405160208101908682525f604082015260408152611547606082610c2c565b5190209361158161156f61157961156160e0850185611327565b929094610100810190611327565b949092369161137b565b92369161137b565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526115bc603482610c2c565b51902090604051916020830152602082526115d8604083610c2c565b612935565b60208101905160801b17612f67565b90815160021015610fe2576116349261160b6060611625940151613049565b9060405160208101918252602081526115bc604082610c2c565b60208101905160801b17613049565b5061163e82611b91565b61185a5760e08201359361166e61165860148704876113e7565b611666610160860186611421565b9190506113e7565b620249f081018091116113f457805a10905a9161182c575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b15610740575f6116fc95604051809781927fca98a8df0000000000000000000000000000000000000000000000000000000083528787600485016110a3565b038183305af19485611817575b5060c09394155f146117ec5761171d611472565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061178a33966020830190610e3d565b0390a45b013580611799575050565b6117a2816122a6565b8180808084335af16117b2611472565b50156117bc575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a461178e565b60c094505f61182591610c2c565b5f93611709565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112d8925061187360c082013560a08301356113e7565b91611bce565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036107405790565b1561193b5750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b919082039182116113f457565b90606082015180151580611b13575b15611ae857506119cc73ffffffffffffffffffffffffffffffffffffffff6080840151166119c6816121cd565b15611933565b60e0820151624c4b408111611ab6575061016082015151620100008111611a845750346119fd575b610cff9161270b565b7380790000000000000000000000000000000000153b1561074057604051917febd93ac60000000000000000000000000000000000000000000000000000000083525f83600481347380790000000000000000000000000000000000155af192831561073557610cff93611a74575b5091506119f4565b5f611a7e91610c2c565b5f611a6c565b7f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5046811415611999565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611b695760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611ba782611312565b1615159081611bb4575090565b67ffffffffffffffff9150611bc890611312565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611c0b610f65565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611c3b604085359586606087015201611912565b1660808301528060a083015262030d4060e0830152155f14611c8157505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611c918184610c2c565b5f8352601f19015f5b818110611cb357505090611cad9161270b565b91611c5b565b806060602080938701015201611c9a565b90602083828152019260208260051b82010193835f925b848410611ceb5750505050505090565b909192939495602080611d1383601f198660019603018852611d0d8b88611033565b90611083565b9801940194019294939190611cdb565b6040517f12622e5b0000000000000000000000000000000000000000000000000000000081526020816004817380790000000000000000000000000000000000115afa908115610735575f9161219b575b50811480156120e3575b60408301611d8c8185611421565b9050611fbb575b50611ecc57611da460a08301611312565b611db060208401611312565b91611dbe60c0850185611421565b94611dcc6060820182611327565b9160808101611dda91611327565b929093604051988998899889987f95f447ef000000000000000000000000000000000000000000000000000000008a5260048a015267ffffffffffffffff16602489015267ffffffffffffffff1660448801526064870160c0905260c4870190611e4392611083565b90858203600319016084870152611e5992611cc4565b908382036003190160a4850152611e6f92611cc4565b035a925f738079000000000000000000000000000000000012602095f1908115610735575f91611e9d575090565b90506020813d602011611ec4575b81611eb860209383610c2c565b81010312610740575190565b3d9150611eab565b50602001611ed981611312565b9067ffffffffffffffff604051927fd9f315fe0000000000000000000000000000000000000000000000000000000084521660048301526020826024817380790000000000000000000000000000000000115afa918215610735575f92611f85575b50611f4590611312565b8115611f4f575090565b67ffffffffffffffff907f6e98c8cc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9091506020813d602011611fb3575b81611fa160209383610c2c565b81010312610740575190611f45611f3b565b3d9150611f94565b602067ffffffffffffffff61202192611fdd611fd688611312565b9188611421565b949060405195869485947ff0f89dfd000000000000000000000000000000000000000000000000000000008652166004850152604060248501526044840191611083565b03815f7380790000000000000000000000000000000000115af1908115610735575f916120b1575b506020840161206c67ffffffffffffffff61206383611312565b16831491611312565b90156120785750611d93565b67ffffffffffffffff907f8b9a8115000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506020813d6020116120db575b816120cc60209383610c2c565b8101031261074057515f612049565b3d91506120bf565b6120ef60a08401611312565b67ffffffffffffffff604051917fe95a42800000000000000000000000000000000000000000000000000000000083528460048401521660248201526020816044817380790000000000000000000000000000000000125afa908115610735575f91612169575b50806121625750611d7e565b9250505090565b90506020813d602011612193575b8161218460209383610c2c565b8101031261074057515f612156565b3d9150612177565b90506020813d6020116121c5575b816121b660209383610c2c565b8101031261074057515f611d74565b3d91506121a9565b73ffffffffffffffffffffffffffffffffffffffff8116611000811091821561227f575b508115612262575b8115612246575b811561222a575b8115612211575090565b71bbddc7ce488642fb579f8b00f3a59000725191501490565b710961ef480eb55e80d19ad83579a64c00700281149150612207565b71f90827f1c53a10cb7a02335b17532000293581149150612200565b720f3df6d732807ef1319fb7b8bb8522d0beac02811491506121f9565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f6121f1565b806122ae5750565b7380790000000000000000000000000000000000153b1561074057604051907f0357371d00000000000000000000000000000000000000000000000000000000825230600483015260248201525f81604481837380790000000000000000000000000000000000155af18015610735576123255750565b5f6112d891610c2c565b60156025610cff927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f1960405194826020870152602086526123d5604087610c2c565b60ff865193821c119060031c17602003018180821091180281189360206123fc868461197d565b958061242061240a89610c92565b986124186040519a8b610c2c565b808a52610c92565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c2c565b915f9391849360208451940192f1903d6104008111612511575b604051928184526020840190825f833e601f19603f84870101166040521561250f575050565bfd5b506104006124e9565b91909115612526575050565b6104f56040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b91907fffffffff00000000000000000000000000000000000000000000000000000000813581811690600485106126f7575b50167fab443d160000000000000000000000000000000000000000000000000000000081146126de577f39f87ba10000000000000000000000000000000000000000000000000000000081036125f2575060e091610dd391612999565b7fde20b448000000000000000000000000000000000000000000000000000000008103612626575060c091610dd391612999565b7f745910eb000000000000000000000000000000000000000000000000000000008103612672575061266c6126676101009367ffffffffffffffff93612999565b6129c0565b16910152565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081036126b3575061266c6126676101209367ffffffffffffffff93612999565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50916126f3826001946004610140951461251a565b0152565b828092508560040360031b1b16165f612595565b4681526001545f9392905f1981146113f45760018101600155602083015261273282610f2e565b937380790000000000000000000000000000000000033b15610740576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af1801561073557612922575b50849060408401926127cb73ffffffffffffffffffffffffffffffffffffffff8551164661232f565b9060608601926127f7845173ffffffffffffffffffffffffffffffffffffffff60808a0151169061232f565b61283a61016089015161282c60a08b01519361281e6040519860a08a5260a08a0190610e3d565b9088820360208a0152610e3d565b908682036040880152610e3d565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106128ed5750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a70481846128e89573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e62565b0390a4565b919395969750919360208061290e83601f1986600196030187528951610e3d565b97019301930190928b979695949293612861565b61292e91505f90610c2c565b5f5f6127a2565b906129409291612a9f565b600e811015610de25780612952575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b35906020811061298b575090565b5f199060200360031b1b1690565b6129a782826024821461251a565b81600411610740576004600319610cff9301910161297d565b67ffffffffffffffff81116129dc5767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116113f457565b9092916060935f94815115612f5c5750612abb9094929461323e565b6040515f939190849081805b8651881015612f4a57612ada888861101f565b519184612ea3575050888151602083012003612e9257612b0890989392919860208101905160801b17612f67565b975b8851601103612c5d5782518203612b6d5750505050845160101015612b405750610220612b3c93940151905190613453565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015612c3057612b8e906020848601015160f81c9061101f565b51612b9881613489565b9384919060018101809111612c0357946020148015612be7575b612bcb575050612bc190612f67565b975b929190612b0a565b929394999150966001905b846040520196989392919098612ac7565b5060018901808a11612c0357612bfe9089856134b7565b612bb2565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612e8157612c85612c80612c7a83610fd5565b51613363565b61323e565b90815115612e6f5760208201805160f81c90612caa8560208901895160801b176133b2565b935160801b176001821660020360ff8111610530579060ff612ccd9216906133b2565b908160801c938060801c92838611918215612dd8575b5050612dc45760018111612d7b5750508115612d695790612d08612d2094939261100f565b51916020612d1584613489565b9690938794936113e7565b95148015612d4d575b612d3e575050612d3890612f67565b97612bc3565b92939499915096600190612bd6565b5060018901808a11612c0357612d649089856134b7565b612d29565b50505050505050509050606090600790565b9295509593509798506003915011155f14612db6575003612dab57612da2612b3c9361100f565b51905190613453565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612e425750612e30576fffffffffffffffffffffffffffffffff612e289116985f997fffffffffffffffffffffffffffffffff000000000000000000000000000000008216179061341b565b155f80612ce3565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612ef557506020148015939150612ee5575b5050612ed457612b08905b98939291986115dd565b505050505050509050606090600390565b6020840120141590505f80612ebf565b1492831593612f20575b505050612f0f57612b0890612eca565b505050505050509050606090600490565b602085015192935090612f39575b5014155f8080612eff565b5f199060200360031b1b165f612f2e565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612f76816134f2565b6002819493941015610de2576001149081613036575b501561300e57926040519360208501925b828110612fb857505050601f198382030160051c8352604052565b92612ff884612fd4612fcf859697612ff2966133b2565b6134f2565b50612fec612fe583839894986113e7565b84896133ec565b956113e7565b906113e7565b918152602081018091116113f457929190612f9d565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b6130419150836113e7565b84145f612f8c565b8060801c906021821161300e5761305f816134f2565b6002819592951015610de25761300e578361307c57505050505f90565b8160200190816020116113f45782036020019081111502601f8111612e30575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036113f45760031b6101000361010081116113f4571c90565b9190916006831061322e577e010000000000000000000000000000000000000000000000000000000000007fffff0000000000000000000000000000000000000000000000000000000000008235160361322e578260041015610fe257600481013560f81c8060060180851061321c57816005019182600511610740578583116107405760058401938682941015610fe2576005828201013560f81c968783019360068501908183106132045781106107405711610740578115801597828401600601949390930392906131fa575b5086156131f557600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f6131c5565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b82811061326257505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201613256565b61336c816134f2565b6002819392931015610de25761300e57613385926133ec565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612e30576fffffffffffffffffffffffffffffffff6133dd826133e49461197d565b93166113e7565b9060801b1790565b906133f783826113e7565b8260801c10612e30576fffffffffffffffffffffffffffffffff6133e492166113e7565b9190915f928160801c908060801c821461343457505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116113f457036134805761346d90613363565b908151155f1461347c57600990565b5f90565b50606090600890565b908160801c91602183105f146134a6576134a290613737565b9190565b6134b1919250613049565b90602090565b90918251811092836134ca575b50505090565b6134ea9350906134d99161101f565b5160208101905160801b179061341b565b5f80806134c4565b908160801c91821561300e5761350781613737565b60f81c60c081101561366957608081101561352857505f9250600191839150565b60b781116135be5761353b60ff91612a6e565b168093119081613554575b501561300e57600191905f90565b6001841480159250613568575b505f613546565b7f800000000000000000000000000000000000000000000000000000000000000091506135b57fff000000000000000000000000000000000000000000000000000000000000009161376d565b1610155f613561565b6135ca6135cf91612a6e565b612a3d565b60ff8116918285111561300e576135e59061376d565b907fff0000000000000000000000000000000000000000000000000000000000000082161561300e5760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613655575b5050501561300e57600181018091116113f45791905f90565b61366092935061197d565b1183825f61363c565b9060f7821161368f575061367e60ff91612a0c565b168092111561300e57600191908290565b906135ca61369c91612a0c565b60ff8116918285111561300e576136b29061376d565b907fff0000000000000000000000000000000000000000000000000000000000000082161561300e5760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613723575b5050501561300e57600181018091116113f4579190600190565b61372e92935061197d565b1183825f613709565b60208160801c5f0301602081111502601f8111612e30575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612e30576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
} as const

export const gatewayStorage = {
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
