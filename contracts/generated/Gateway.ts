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
  creation: '0x608080604052346015576137ed908161001a8239f35b5f80fdfe60806040526004361015610061575b3615610018575f80fd5b738079000000000000000000000000000000000015330361003557005b7fe9d60161000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f5f3560e01c8063435ed6fe14610bd457806352ad0d5e14610b9f578063720a995b14610a45578063871c0d63146109ff578063a682ebe91461096e578063affed0e014610951578063ca98a8df146105bb578063cdfe7f5c14610285578063cfdd2b7314610267578063d6be695a14610249578063dc680a0f146101105763e3f5aa51146100f0575061000e565b3461010d578060031936011261010d576020604051624c4b408152f35b80fd5b503461010d57602060031936011261010d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361024557807f39f87ba1000000000000000000000000000000000000000000000000000000006020921490811561021b575b81156101f1575b81156101c7575b811561019d575b506040519015158152f35b7fab443d160000000000000000000000000000000000000000000000000000000091501482610192565b7fde20b448000000000000000000000000000000000000000000000000000000008114915061018b565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081149150610184565b7f745910eb000000000000000000000000000000000000000000000000000000008114915061017d565b5080fd5b503461010d578060031936011261010d57602060405162030d408152f35b503461010d578060031936011261010d576020604051620100008152f35b50606060031936011261010d5760043567ffffffffffffffff8111610245576102b2903690600401610e0f565b919060243567ffffffffffffffff81116105b7576102d4903690600401610e0f565b926044359167ffffffffffffffff831161024557366023840112156102455782600401359467ffffffffffffffff86116105b75760248401943660248860051b870101116105b357610324610f65565b9761032f818361313c565b96949095938193929391610588575b508061057e575b8061056c575b1561055d578161035a916129c3565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036105305760031b6101000393610100851161053057357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104f9575b50506001931c9360601c925b156104b857505073ffffffffffffffffffffffffffffffffffffffff166080890152606088015261040291369190610cae565b61016086015262030d4060e0860152805b848110156104405760019061043a61043360248360051b87010187611421565b90896125a9565b01610413565b8584868460c084019081518034106104885760206104808761047a888861046889513461197d565b60a0850152336040850152369161137b565b9061198a565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104f56040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f806103c3565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b508794508493508390506103cf565b5085158061034b57506014861461034b565b5060218210610345565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f61033e565b8380fd5b8280fd5b50346107405760606003193601126107405760243567ffffffffffffffff81116107405780600401906101806003198236030112610740576044359130330361092557608482019261062761061761061286611912565b6121cd565b1561062186611912565b90611933565b60a483013590610636826122ec565b61014484013580151581036107405715610744576106576044939495611912565b610671610668610164880187611421565b95909701611912565b917380790000000000000000000000000000000000043b156107405773ffffffffffffffffffffffffffffffffffffffff80935f976106ed6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611083565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af1801561073557610727575b5080f35b61073391505f90610c2c565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107578284611421565b9050158015610914575b1561078d5750505061077561072393611912565b9160405192610785602085610c2c565b5f8452612515565b9261088e94610863610871946108556107e0610825966107da6107d360447fffffffff000000000000000000000000000000000000000000000000000000009c01611912565b8535612375565b93611421565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3d565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611083565b03601f198101855284610c2c565b61086c87611912565b612515565b6020815191015182811691600481106108ff575b50501691611912565b7f2432ef260000000000000000000000000000000000000000000000000000000082036108ba57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610885565b5061091e86611912565b3b15610761565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34610740575f600319360112610740576020600154604051908152f35b346107405760406003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576024359067ffffffffffffffff8211610740576101206003198336030112610740576109da916109ce611b1d565b600401906004016114a1565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346107405760206003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576109da90610a3d611b1d565b6004016111b5565b60806003193601126107405760243573ffffffffffffffffffffffffffffffffffffffff81168091036107405760443567ffffffffffffffff811161074057610a95610ab8913690600401610e0f565b919060643592610aa3610f65565b94600435606087015260808601523691610cae565b61016083015280610b9a575062030d405b60e082019081523460a0830152336040830152604080519092610aec8483610c2c565b60018252602093601f1901925f5b848110610b5e5750610480935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610b45604482610c2c565b610b4e83610fd5565b52610b5882610fd5565b5061198a565b60608482018701528501610afa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610ac9565b34610740576020600319360112610740576004355f525f602052602060ff60405f20541660405190610bd081610dd8565b8152f35b346107405760206003193601126107405760043567ffffffffffffffff811161074057610480610c0a6020923690600401610d02565b610f2e565b610180810190811067ffffffffffffffff821117610b6d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b6d57604052565b359073ffffffffffffffffffffffffffffffffffffffff8216820361074057565b359067ffffffffffffffff8216820361074057565b3590811515820361074057565b67ffffffffffffffff8111610b6d57601f01601f191660200190565b929192610cba82610c92565b91610cc86040519384610c2c565b829481845281830111610740578281602093845f960137010152565b9080601f8301121561074057816020610cff93359101610cae565b90565b9190610180838203126107405760405190610d1c82610c0f565b81938035835260208101356020840152610d3860408201610c4f565b604084015260608101356060840152610d5360808201610c4f565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d836101008201610c70565b610100840152610d966101208201610c70565b610120840152610da96101408201610c85565b6101408401526101608101359167ffffffffffffffff83116107405761016092610dd39201610ce4565b910152565b60041115610de257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156107405782359167ffffffffffffffff8311610740576020838186019501011161074057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cff93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3d565b604051610f5f81610f516020820194600186526040808401526060830190610e62565b03601f198101835282610c2c565b51902090565b60405190610f7282610c0f565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b6d5760051b60200190565b805115610fe25760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b805160011015610fe25760400190565b8051821015610fe25760209160051b010190565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561074057016020813591019167ffffffffffffffff821161074057813603831361074057565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929161119c6111b091604093875260606020880152803560608801526020810135608088015273ffffffffffffffffffffffffffffffffffffffff6110ea858301610c4f565b1660a0880152606081013560c088015273ffffffffffffffffffffffffffffffffffffffff61111b60808301610c4f565b1660e088015260a081013561010088015260c081013561012088015260e081013561014088015267ffffffffffffffff6111586101008301610c70565b1661016088015267ffffffffffffffff6111756101208301610c70565b166101808801526111896101408201610c85565b15156101a0880152610160810190611033565b6101806101c08801526101e0870191611083565b930152565b6111c2610c0a3683610d02565b5f90805f525f60205260ff60405f2054166111dc81610dd8565b815f525f602052600260ff60405f20541691036112da57506111fd83611b91565b6112c757805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b15610740575f61127791604051809381927fca98a8df0000000000000000000000000000000000000000000000000000000083528887600485016110a3565b038183305af18015610735576112b2575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112bf9192505f90610c2c565b5f905f611288565b90508160a06112d893013591611bce565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b60245260445ffd5b3567ffffffffffffffff811681036107405790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff821161074057602001918160051b3603831361074057565b92919061138781610fbd565b936113956040519586610c2c565b602085838152019160051b8101918383116107405781905b8382106113bb575050505050565b813567ffffffffffffffff8111610740576020916113dc8784938701610ce4565b8152019101906113ad565b919082018092116113f457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff82116107405760200191813603831361074057565b3d1561149c573d9061148382610c92565b916114916040519384610c2c565b82523d5f602084013e565b606090565b6114ae610c0a3683610d02565b905f9160608201354681036118e35750805f525f60205260ff60405f2054166114d681610dd8565b815f525f60205260ff60405f205416906118b35750610100820161150e67ffffffffffffffff61150583611312565b16421091611312565b9061187957508135936115218186611d23565b6115ec6115dd60405160208101908682525f604082015260408152611547606082610c2c565b5190209361158161156f61157961156160e0850185611327565b929094610100810190611327565b949092369161137b565b92369161137b565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526115bc603482610c2c565b51902090604051916020830152602082526115d8604083610c2c565b61297b565b60208101905160801b17612fad565b90815160021015610fe2576116349261160b606061162594015161308f565b9060405160208101918252602081526115bc604082610c2c565b60208101905160801b1761308f565b5061163e82611b91565b61185a5760e08201359361166e61165860148704876113e7565b611666610160860186611421565b9190506113e7565b620249f081018091116113f457805a10905a9161182c575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b15610740575f6116fc95604051809781927fca98a8df0000000000000000000000000000000000000000000000000000000083528787600485016110a3565b038183305af19485611817575b5060c09394155f146117ec5761171d611472565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061178a33966020830190610e3d565b0390a45b013580611799575050565b6117a2816122ec565b8180808084335af16117b2611472565b50156117bc575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a461178e565b60c094505f61182591610c2c565b5f93611709565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112d8925061187360c082013560a08301356113e7565b91611bce565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036107405790565b1561193b5750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b919082039182116113f457565b90606082015180151580611b13575b15611ae857506119cc73ffffffffffffffffffffffffffffffffffffffff6080840151166119c6816121cd565b15611933565b60e0820151624c4b408111611ab6575061016082015151620100008111611a845750346119fd575b610cff91612751565b7380790000000000000000000000000000000000153b1561074057604051917febd93ac60000000000000000000000000000000000000000000000000000000083525f83600481347380790000000000000000000000000000000000155af192831561073557610cff93611a74575b5091506119f4565b5f611a7e91610c2c565b5f611a6c565b7f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5046811415611999565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611b695760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611ba782611312565b1615159081611bb4575090565b67ffffffffffffffff9150611bc890611312565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611c0b610f65565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611c3b604085359586606087015201611912565b1660808301528060a083015262030d4060e0830152155f14611c8157505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611c918184610c2c565b5f8352601f19015f5b818110611cb357505090611cad91612751565b91611c5b565b806060602080938701015201611c9a565b90602083828152019260208260051b82010193835f925b848410611ceb5750505050505090565b909192939495602080611d1383601f198660019603018852611d0d8b88611033565b90611083565b9801940194019294939190611cdb565b6040517f12622e5b0000000000000000000000000000000000000000000000000000000081526020816004817380790000000000000000000000000000000000115afa908115610735575f9161219b575b50811480156120e3575b60408301611d8c8185611421565b9050611fbb575b50611ecc57611da460a08301611312565b611db060208401611312565b91611dbe60c0850185611421565b94611dcc6060820182611327565b9160808101611dda91611327565b929093604051988998899889987f95f447ef000000000000000000000000000000000000000000000000000000008a5260048a015267ffffffffffffffff16602489015267ffffffffffffffff1660448801526064870160c0905260c4870190611e4392611083565b90858203600319016084870152611e5992611cc4565b908382036003190160a4850152611e6f92611cc4565b035a925f738079000000000000000000000000000000000012602095f1908115610735575f91611e9d575090565b90506020813d602011611ec4575b81611eb860209383610c2c565b81010312610740575190565b3d9150611eab565b50602001611ed981611312565b9067ffffffffffffffff604051927fd9f315fe0000000000000000000000000000000000000000000000000000000084521660048301526020826024817380790000000000000000000000000000000000115afa918215610735575f92611f85575b50611f4590611312565b8115611f4f575090565b67ffffffffffffffff907f6e98c8cc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9091506020813d602011611fb3575b81611fa160209383610c2c565b81010312610740575190611f45611f3b565b3d9150611f94565b602067ffffffffffffffff61202192611fdd611fd688611312565b9188611421565b949060405195869485947ff0f89dfd000000000000000000000000000000000000000000000000000000008652166004850152604060248501526044840191611083565b03815f7380790000000000000000000000000000000000115af1908115610735575f916120b1575b506020840161206c67ffffffffffffffff61206383611312565b16831491611312565b90156120785750611d93565b67ffffffffffffffff907f8b9a8115000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506020813d6020116120db575b816120cc60209383610c2c565b8101031261074057515f612049565b3d91506120bf565b6120ef60a08401611312565b67ffffffffffffffff604051917fe95a42800000000000000000000000000000000000000000000000000000000083528460048401521660248201526020816044817380790000000000000000000000000000000000125afa908115610735575f91612169575b50806121625750611d7e565b9250505090565b90506020813d602011612193575b8161218460209383610c2c565b8101031261074057515f612156565b3d9150612177565b90506020813d6020116121c5575b816121b660209383610c2c565b8101031261074057515f611d74565b3d91506121a9565b73ffffffffffffffffffffffffffffffffffffffff811661100081109182156122c5575b5081156122a8575b811561228c575b8115612270575b8115612254575b8115612238575b811561221f575090565b7164d678505ad48f8ccb093bc65613800e828291501490565b71bff46984e3725691fa540a8c7589300d828281149150612215565b71bbddc7ce488642fb579f8b00f3a5900072518114915061220e565b710961ef480eb55e80d19ad83579a64c00700281149150612207565b71f90827f1c53a10cb7a02335b17532000293581149150612200565b720f3df6d732807ef1319fb7b8bb8522d0beac02811491506121f9565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f6121f1565b806122f45750565b7380790000000000000000000000000000000000153b1561074057604051907f0357371d00000000000000000000000000000000000000000000000000000000825230600483015260248201525f81604481837380790000000000000000000000000000000000155af180156107355761236b5750565b5f6112d891610c2c565b60156025610cff927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f19604051948260208701526020865261241b604087610c2c565b60ff865193821c119060031c1760200301818082109118028118936020612442868461197d565b958061246661245089610c92565b9861245e6040519a8b610c2c565b808a52610c92565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c2c565b915f9391849360208451940192f1903d6104008111612557575b604051928184526020840190825f833e601f19603f848701011660405215612555575050565bfd5b5061040061252f565b9190911561256c575050565b6104f56040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b91907fffffffff000000000000000000000000000000000000000000000000000000008135818116906004851061273d575b50167fab443d16000000000000000000000000000000000000000000000000000000008114612724577f39f87ba1000000000000000000000000000000000000000000000000000000008103612638575060e091610dd3916129df565b7fde20b44800000000000000000000000000000000000000000000000000000000810361266c575060c091610dd3916129df565b7f745910eb0000000000000000000000000000000000000000000000000000000081036126b857506126b26126ad6101009367ffffffffffffffff936129df565b612a06565b16910152565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081036126f957506126b26126ad6101209367ffffffffffffffff936129df565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50916127398260019460046101409514612560565b0152565b828092508560040360031b1b16165f6125db565b4681526001545f9392905f1981146113f45760018101600155602083015261277882610f2e565b937380790000000000000000000000000000000000033b15610740576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af1801561073557612968575b508490604084019261281173ffffffffffffffffffffffffffffffffffffffff85511646612375565b90606086019261283d845173ffffffffffffffffffffffffffffffffffffffff60808a01511690612375565b61288061016089015161287260a08b0151936128646040519860a08a5260a08a0190610e3d565b9088820360208a0152610e3d565b908682036040880152610e3d565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106129335750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a704818461292e9573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e62565b0390a4565b919395969750919360208061295483601f1986600196030187528951610e3d565b97019301930190928b9796959492936128a7565b61297491505f90610c2c565b5f5f6127e8565b906129869291612ae5565b600e811015610de25780612998575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3590602081106129d1575090565b5f199060200360031b1b1690565b6129ed828260248214612560565b81600411610740576004600319610cff930191016129c3565b67ffffffffffffffff8111612a225767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116113f457565b9092916060935f94815115612fa25750612b0190949294613284565b6040515f939190849081805b8651881015612f9057612b20888861101f565b519184612ee9575050888151602083012003612ed857612b4e90989392919860208101905160801b17612fad565b975b8851601103612ca35782518203612bb35750505050845160101015612b865750610220612b8293940151905190613499565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015612c7657612bd4906020848601015160f81c9061101f565b51612bde816134cf565b9384919060018101809111612c4957946020148015612c2d575b612c11575050612c0790612fad565b975b929190612b50565b929394999150966001905b846040520196989392919098612b0d565b5060018901808a11612c4957612c449089856134fd565b612bf8565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612ec757612ccb612cc6612cc083610fd5565b516133a9565b613284565b90815115612eb55760208201805160f81c90612cf08560208901895160801b176133f8565b935160801b176001821660020360ff8111610530579060ff612d139216906133f8565b908160801c938060801c92838611918215612e1e575b5050612e0a5760018111612dc15750508115612daf5790612d4e612d6694939261100f565b51916020612d5b846134cf565b9690938794936113e7565b95148015612d93575b612d84575050612d7e90612fad565b97612c09565b92939499915096600190612c1c565b5060018901808a11612c4957612daa9089856134fd565b612d6f565b50505050505050509050606090600790565b9295509593509798506003915011155f14612dfc575003612df157612de8612b829361100f565b51905190613499565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612e885750612e76576fffffffffffffffffffffffffffffffff612e6e9116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790613461565b155f80612d29565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612f3b57506020148015939150612f2b575b5050612f1a57612b4e905b98939291986115dd565b505050505050509050606090600390565b6020840120141590505f80612f05565b1492831593612f66575b505050612f5557612b4e90612f10565b505050505050509050606090600490565b602085015192935090612f7f575b5014155f8080612f45565b5f199060200360031b1b165f612f74565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612fbc81613538565b6002819493941015610de257600114908161307c575b501561305457926040519360208501925b828110612ffe57505050601f198382030160051c8352604052565b9261303e8461301a613015859697613038966133f8565b613538565b5061303261302b83839894986113e7565b8489613432565b956113e7565b906113e7565b918152602081018091116113f457929190612fe3565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b6130879150836113e7565b84145f612fd2565b8060801c9060218211613054576130a581613538565b6002819592951015610de25761305457836130c257505050505f90565b8160200190816020116113f45782036020019081111502601f8111612e76575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036113f45760031b6101000361010081116113f4571c90565b91909160068310613274577e010000000000000000000000000000000000000000000000000000000000007fffff00000000000000000000000000000000000000000000000000000000000082351603613274578260041015610fe257600481013560f81c8060060180851061326257816005019182600511610740578583116107405760058401938682941015610fe2576005828201013560f81c9687830193600685019081831061324a578110610740571161074057811580159782840160060194939093039290613240575b50861561323b57600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f61320b565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b8281106132a857505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b880101520161329c565b6133b281613538565b6002819392931015610de257613054576133cb92613432565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612e76576fffffffffffffffffffffffffffffffff6134238261342a9461197d565b93166113e7565b9060801b1790565b9061343d83826113e7565b8260801c10612e76576fffffffffffffffffffffffffffffffff61342a92166113e7565b9190915f928160801c908060801c821461347a57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116113f457036134c6576134b3906133a9565b908151155f146134c257600990565b5f90565b50606090600890565b908160801c91602183105f146134ec576134e89061377d565b9190565b6134f791925061308f565b90602090565b9091825181109283613510575b50505090565b61353093509061351f9161101f565b5160208101905160801b1790613461565b5f808061350a565b908160801c9182156130545761354d8161377d565b60f81c60c08110156136af57608081101561356e57505f9250600191839150565b60b781116136045761358160ff91612ab4565b16809311908161359a575b501561305457600191905f90565b60018414801592506135ae575b505f61358c565b7f800000000000000000000000000000000000000000000000000000000000000091506135fb7fff00000000000000000000000000000000000000000000000000000000000000916137b3565b1610155f6135a7565b61361061361591612ab4565b612a83565b60ff811691828511156130545761362b906137b3565b907fff000000000000000000000000000000000000000000000000000000000000008216156130545760ff811683036113f4576107f89060031b166101000361010081116113f4571c92838260378211928361369b575b5050501561305457600181018091116113f45791905f90565b6136a692935061197d565b1183825f613682565b9060f782116136d557506136c460ff91612a52565b168092111561305457600191908290565b906136106136e291612a52565b60ff81169182851115613054576136f8906137b3565b907fff000000000000000000000000000000000000000000000000000000000000008216156130545760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613769575b5050501561305457600181018091116113f4579190600190565b61377492935061197d565b1183825f61374f565b60208160801c5f0301602081111502601f8111612e76575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612e76576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
  runtime: '0x60806040526004361015610061575b3615610018575f80fd5b738079000000000000000000000000000000000015330361003557005b7fe9d60161000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f5f3560e01c8063435ed6fe14610bd457806352ad0d5e14610b9f578063720a995b14610a45578063871c0d63146109ff578063a682ebe91461096e578063affed0e014610951578063ca98a8df146105bb578063cdfe7f5c14610285578063cfdd2b7314610267578063d6be695a14610249578063dc680a0f146101105763e3f5aa51146100f0575061000e565b3461010d578060031936011261010d576020604051624c4b408152f35b80fd5b503461010d57602060031936011261010d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361024557807f39f87ba1000000000000000000000000000000000000000000000000000000006020921490811561021b575b81156101f1575b81156101c7575b811561019d575b506040519015158152f35b7fab443d160000000000000000000000000000000000000000000000000000000091501482610192565b7fde20b448000000000000000000000000000000000000000000000000000000008114915061018b565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081149150610184565b7f745910eb000000000000000000000000000000000000000000000000000000008114915061017d565b5080fd5b503461010d578060031936011261010d57602060405162030d408152f35b503461010d578060031936011261010d576020604051620100008152f35b50606060031936011261010d5760043567ffffffffffffffff8111610245576102b2903690600401610e0f565b919060243567ffffffffffffffff81116105b7576102d4903690600401610e0f565b926044359167ffffffffffffffff831161024557366023840112156102455782600401359467ffffffffffffffff86116105b75760248401943660248860051b870101116105b357610324610f65565b9761032f818361313c565b96949095938193929391610588575b508061057e575b8061056c575b1561055d578161035a916129c3565b907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036105305760031b6101000393610100851161053057357fffffffffffffffffffffffffffffffffffffffff000000000000000000000000811695601481106104f9575b50506001931c9360601c925b156104b857505073ffffffffffffffffffffffffffffffffffffffff166080890152606088015261040291369190610cae565b61016086015262030d4060e0860152805b848110156104405760019061043a61043360248360051b87010187611421565b90896125a9565b01610413565b8584868460c084019081518034106104885760206104808761047a888861046889513461197d565b60a0850152336040850152369161137b565b9061198a565b604051908152f35b604492507f7040b58c00000000000000000000000000000000000000000000000000000000825260045234602452fd5b6104f56040519283927fe7c8d4cf000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b0390fd5b7fffffffffffffffffffffffffffffffffffffffff000000000000000000000000929650829060140360031b1b1616935f806103c3565b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b508794508493508390506103cf565b5085158061034b57506014861461034b565b5060218210610345565b7fffff000000000000000000000000000000000000000000000000000000000000915016155f61033e565b8380fd5b8280fd5b50346107405760606003193601126107405760243567ffffffffffffffff81116107405780600401906101806003198236030112610740576044359130330361092557608482019261062761061761061286611912565b6121cd565b1561062186611912565b90611933565b60a483013590610636826122ec565b61014484013580151581036107405715610744576106576044939495611912565b610671610668610164880187611421565b95909701611912565b917380790000000000000000000000000000000000043b156107405773ffffffffffffffffffffffffffffffffffffffff80935f976106ed6040519a8b998a9889987f3d888aa8000000000000000000000000000000000000000000000000000000008a5216600489015260a0602489015260a4880191611083565b93604486015235606485015216608483015203917380790000000000000000000000000000000000045af1801561073557610727575b5080f35b61073391505f90610c2c565b005b6040513d5f823e3d90fd5b5f80fd5b9190926101648101906107578284611421565b9050158015610914575b1561078d5750505061077561072393611912565b9160405192610785602085610c2c565b5f8452612515565b9261088e94610863610871946108556107e0610825966107da6107d360447fffffffff000000000000000000000000000000000000000000000000000000009c01611912565b8535612375565b93611421565b6040519788947f2432ef260000000000000000000000000000000000000000000000000000000060208701526004356024870152606060448701526084860190610e3d565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc858403016064860152611083565b03601f198101855284610c2c565b61086c87611912565b612515565b6020815191015182811691600481106108ff575b50501691611912565b7f2432ef260000000000000000000000000000000000000000000000000000000082036108ba57505080f35b73ffffffffffffffffffffffffffffffffffffffff907f1750125b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b839250829060040360031b1b16165f80610885565b5061091e86611912565b3b15610761565b7fa19dbf00000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34610740575f600319360112610740576020600154604051908152f35b346107405760406003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576024359067ffffffffffffffff8211610740576101206003198336030112610740576109da916109ce611b1d565b600401906004016114a1565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346107405760206003193601126107405760043567ffffffffffffffff8111610740576101806003198236030112610740576109da90610a3d611b1d565b6004016111b5565b60806003193601126107405760243573ffffffffffffffffffffffffffffffffffffffff81168091036107405760443567ffffffffffffffff811161074057610a95610ab8913690600401610e0f565b919060643592610aa3610f65565b94600435606087015260808601523691610cae565b61016083015280610b9a575062030d405b60e082019081523460a0830152336040830152604080519092610aec8483610c2c565b60018252602093601f1901925f5b848110610b5e5750610480935051604051907f39f87ba10000000000000000000000000000000000000000000000000000000086830152602482015260248152610b45604482610c2c565b610b4e83610fd5565b52610b5882610fd5565b5061198a565b60608482018701528501610afa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610ac9565b34610740576020600319360112610740576004355f525f602052602060ff60405f20541660405190610bd081610dd8565b8152f35b346107405760206003193601126107405760043567ffffffffffffffff811161074057610480610c0a6020923690600401610d02565b610f2e565b610180810190811067ffffffffffffffff821117610b6d57604052565b90601f601f19910116810190811067ffffffffffffffff821117610b6d57604052565b359073ffffffffffffffffffffffffffffffffffffffff8216820361074057565b359067ffffffffffffffff8216820361074057565b3590811515820361074057565b67ffffffffffffffff8111610b6d57601f01601f191660200190565b929192610cba82610c92565b91610cc86040519384610c2c565b829481845281830111610740578281602093845f960137010152565b9080601f8301121561074057816020610cff93359101610cae565b90565b9190610180838203126107405760405190610d1c82610c0f565b81938035835260208101356020840152610d3860408201610c4f565b604084015260608101356060840152610d5360808201610c4f565b608084015260a081013560a084015260c081013560c084015260e081013560e0840152610d836101008201610c70565b610100840152610d966101208201610c70565b610120840152610da96101408201610c85565b6101408401526101608101359167ffffffffffffffff83116107405761016092610dd39201610ce4565b910152565b60041115610de257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9181601f840112156107405782359167ffffffffffffffff8311610740576020838186019501011161074057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b90610180610160610cff93805184526020810151602085015273ffffffffffffffffffffffffffffffffffffffff60408201511660408501526060810151606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c085015260e081015160e085015267ffffffffffffffff6101008201511661010085015267ffffffffffffffff610120820151166101208501526101408101511515610140850152015191816101608201520190610e3d565b604051610f5f81610f516020820194600186526040808401526060830190610e62565b03601f198101835282610c2c565b51902090565b60405190610f7282610c0f565b6060610160835f81525f60208201525f60408201525f838201525f60808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201520152565b67ffffffffffffffff8111610b6d5760051b60200190565b805115610fe25760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b805160011015610fe25760400190565b8051821015610fe25760209160051b010190565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561074057016020813591019167ffffffffffffffff821161074057813603831361074057565b601f8260209493601f1993818652868601375f8582860101520116010190565b93929161119c6111b091604093875260606020880152803560608801526020810135608088015273ffffffffffffffffffffffffffffffffffffffff6110ea858301610c4f565b1660a0880152606081013560c088015273ffffffffffffffffffffffffffffffffffffffff61111b60808301610c4f565b1660e088015260a081013561010088015260c081013561012088015260e081013561014088015267ffffffffffffffff6111586101008301610c70565b1661016088015267ffffffffffffffff6111756101208301610c70565b166101808801526111896101408201610c85565b15156101a0880152610160810190611033565b6101806101c08801526101e0870191611083565b930152565b6111c2610c0a3683610d02565b5f90805f525f60205260ff60405f2054166111dc81610dd8565b815f525f602052600260ff60405f20541691036112da57506111fd83611b91565b6112c757805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790555a303b15610740575f61127791604051809381927fca98a8df0000000000000000000000000000000000000000000000000000000083528887600485016110a3565b038183305af18015610735576112b2575b507feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25533393359280a4565b6112bf9192505f90610c2c565b5f905f611288565b90508160a06112d893013591611bce565b565b907f3c025f8c000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b60245260445ffd5b3567ffffffffffffffff811681036107405790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff821161074057602001918160051b3603831361074057565b92919061138781610fbd565b936113956040519586610c2c565b602085838152019160051b8101918383116107405781905b8382106113bb575050505050565b813567ffffffffffffffff8111610740576020916113dc8784938701610ce4565b8152019101906113ad565b919082018092116113f457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610740570180359067ffffffffffffffff82116107405760200191813603831361074057565b3d1561149c573d9061148382610c92565b916114916040519384610c2c565b82523d5f602084013e565b606090565b6114ae610c0a3683610d02565b905f9160608201354681036118e35750805f525f60205260ff60405f2054166114d681610dd8565b815f525f60205260ff60405f205416906118b35750610100820161150e67ffffffffffffffff61150583611312565b16421091611312565b9061187957508135936115218186611d23565b6115ec6115dd60405160208101908682525f604082015260408152611547606082610c2c565b5190209361158161156f61157961156160e0850185611327565b929094610100810190611327565b949092369161137b565b92369161137b565b9360405160208101907f80790000000000000000000000000000000000030000000000000000000000008252601481526115bc603482610c2c565b51902090604051916020830152602082526115d8604083610c2c565b61297b565b60208101905160801b17612fad565b90815160021015610fe2576116349261160b606061162594015161308f565b9060405160208101918252602081526115bc604082610c2c565b60208101905160801b1761308f565b5061163e82611b91565b61185a5760e08201359361166e61165860148704876113e7565b611666610160860186611421565b9190506113e7565b620249f081018091116113f457805a10905a9161182c575050815f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055303b15610740575f6116fc95604051809781927fca98a8df0000000000000000000000000000000000000000000000000000000083528787600485016110a3565b038183305af19485611817575b5060c09394155f146117ec5761171d611472565b91808652856020526040862060027fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557f0e0b84785e221b55600141efd83a998a6efffcb4101365009e4f522edcf5a9ca604051602081528061178a33966020830190610e3d565b0390a45b013580611799575050565b6117a2816122ec565b8180808084335af16117b2611472565b50156117bc575050565b604492507f1c43b97600000000000000000000000000000000000000000000000000000000825233600452602452fd5b33917feb524384037649006cbad65774c2ec34539317916edd2974789460cda9ed25538680a461178e565b60c094505f61182591610c2c565b5f93611709565b7f23e228cb000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91506112d8925061187360c082013560a08301356113e7565b91611bce565b67ffffffffffffffff907f839aae0b000000000000000000000000000000000000000000000000000000005f52166004524260245260445ffd5b907f1ab36151000000000000000000000000000000000000000000000000000000005f5260045261130a81610dd8565b7fac4f32c6000000000000000000000000000000000000000000000000000000005f524660045260245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036107405790565b1561193b5750565b73ffffffffffffffffffffffffffffffffffffffff907fc52dbe5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b919082039182116113f457565b90606082015180151580611b13575b15611ae857506119cc73ffffffffffffffffffffffffffffffffffffffff6080840151166119c6816121cd565b15611933565b60e0820151624c4b408111611ab6575061016082015151620100008111611a845750346119fd575b610cff91612751565b7380790000000000000000000000000000000000153b1561074057604051917febd93ac60000000000000000000000000000000000000000000000000000000083525f83600481347380790000000000000000000000000000000000155af192831561073557610cff93611a74575b5091506119f4565b5f611a7e91610c2c565b5f611a6c565b7f6413cbe8000000000000000000000000000000000000000000000000000000005f526201000060045260245260445ffd5b7f51956f2e000000000000000000000000000000000000000000000000000000005f52624c4b4060045260245260445ffd5b7fbd1c1581000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5046811415611999565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611b695760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6101200167ffffffffffffffff611ba782611312565b1615159081611bb4575090565b67ffffffffffffffff9150611bc890611312565b16421190565b91825f525f60205260405f2060037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055611c0b610f65565b9030604083015273ffffffffffffffffffffffffffffffffffffffff611c3b604085359586606087015201611912565b1660808301528060a083015262030d4060e0830152155f14611c8157505f915b7ff6775bb4d4e3086db5265cafd96d45320bda89830a1161b3d2e26c648e2fb7c85f80a4565b604051906020611c918184610c2c565b5f8352601f19015f5b818110611cb357505090611cad91612751565b91611c5b565b806060602080938701015201611c9a565b90602083828152019260208260051b82010193835f925b848410611ceb5750505050505090565b909192939495602080611d1383601f198660019603018852611d0d8b88611033565b90611083565b9801940194019294939190611cdb565b6040517f12622e5b0000000000000000000000000000000000000000000000000000000081526020816004817380790000000000000000000000000000000000115afa908115610735575f9161219b575b50811480156120e3575b60408301611d8c8185611421565b9050611fbb575b50611ecc57611da460a08301611312565b611db060208401611312565b91611dbe60c0850185611421565b94611dcc6060820182611327565b9160808101611dda91611327565b929093604051988998899889987f95f447ef000000000000000000000000000000000000000000000000000000008a5260048a015267ffffffffffffffff16602489015267ffffffffffffffff1660448801526064870160c0905260c4870190611e4392611083565b90858203600319016084870152611e5992611cc4565b908382036003190160a4850152611e6f92611cc4565b035a925f738079000000000000000000000000000000000012602095f1908115610735575f91611e9d575090565b90506020813d602011611ec4575b81611eb860209383610c2c565b81010312610740575190565b3d9150611eab565b50602001611ed981611312565b9067ffffffffffffffff604051927fd9f315fe0000000000000000000000000000000000000000000000000000000084521660048301526020826024817380790000000000000000000000000000000000115afa918215610735575f92611f85575b50611f4590611312565b8115611f4f575090565b67ffffffffffffffff907f6e98c8cc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9091506020813d602011611fb3575b81611fa160209383610c2c565b81010312610740575190611f45611f3b565b3d9150611f94565b602067ffffffffffffffff61202192611fdd611fd688611312565b9188611421565b949060405195869485947ff0f89dfd000000000000000000000000000000000000000000000000000000008652166004850152604060248501526044840191611083565b03815f7380790000000000000000000000000000000000115af1908115610735575f916120b1575b506020840161206c67ffffffffffffffff61206383611312565b16831491611312565b90156120785750611d93565b67ffffffffffffffff907f8b9a8115000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506020813d6020116120db575b816120cc60209383610c2c565b8101031261074057515f612049565b3d91506120bf565b6120ef60a08401611312565b67ffffffffffffffff604051917fe95a42800000000000000000000000000000000000000000000000000000000083528460048401521660248201526020816044817380790000000000000000000000000000000000125afa908115610735575f91612169575b50806121625750611d7e565b9250505090565b90506020813d602011612193575b8161218460209383610c2c565b8101031261074057515f612156565b3d9150612177565b90506020813d6020116121c5575b816121b660209383610c2c565b8101031261074057515f611d74565b3d91506121a9565b73ffffffffffffffffffffffffffffffffffffffff811661100081109182156122c5575b5081156122a8575b811561228c575b8115612270575b8115612254575b8115612238575b811561221f575090565b7164d678505ad48f8ccb093bc65613800e828291501490565b71bff46984e3725691fa540a8c7589300d828281149150612215565b71bbddc7ce488642fb579f8b00f3a5900072518114915061220e565b710961ef480eb55e80d19ad83579a64c00700281149150612207565b71f90827f1c53a10cb7a02335b17532000293581149150612200565b720f3df6d732807ef1319fb7b8bb8522d0beac02811491506121f9565b60401c6bffffffffffffffffffffffff166b8079000000000000000000001491505f6121f1565b806122f45750565b7380790000000000000000000000000000000000153b1561074057604051907f0357371d00000000000000000000000000000000000000000000000000000000825230600483015260248201525f81604481837380790000000000000000000000000000000000155af180156107355761236b5750565b5f6112d891610c2c565b60156025610cff927fff00000000000000000000000000000000000000000000000000000000000000947fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006fffffffffffffffffffffffffffffffff831160071b67ffffffffffffffff84821c1160061b1763ffffffff84821c1160051b1761ffff84821c1160041b17925f19604051948260208701526020865261241b604087610c2c565b60ff865193821c119060031c1760200301818082109118028118936020612442868461197d565b958061246661245089610c92565b9861245e6040519a8b610c2c565b808a52610c92565b94601f19848a01960136873703920101825e8351936040519889957e01000000000000000000000000000000000000000000000000000000000000602088015260f81b1660248601525180918686015e8301917f14000000000000000000000000000000000000000000000000000000000000008584015260601b16602682015203017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5810184520182610c2c565b915f9391849360208451940192f1903d6104008111612557575b604051928184526020840190825f833e601f19603f848701011660405215612555575050565bfd5b5061040061252f565b9190911561256c575050565b6104f56040519283927f4e2aa999000000000000000000000000000000000000000000000000000000008452602060048501526024840191611083565b91907fffffffff000000000000000000000000000000000000000000000000000000008135818116906004851061273d575b50167fab443d16000000000000000000000000000000000000000000000000000000008114612724577f39f87ba1000000000000000000000000000000000000000000000000000000008103612638575060e091610dd3916129df565b7fde20b44800000000000000000000000000000000000000000000000000000000810361266c575060c091610dd3916129df565b7f745910eb0000000000000000000000000000000000000000000000000000000081036126b857506126b26126ad6101009367ffffffffffffffff936129df565b612a06565b16910152565b7f3e97d7ee0000000000000000000000000000000000000000000000000000000081036126f957506126b26126ad6101209367ffffffffffffffff936129df565b7fe1c9e479000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50916127398260019460046101409514612560565b0152565b828092508560040360031b1b16165f6125db565b4681526001545f9392905f1981146113f45760018101600155602083015261277882610f2e565b937380790000000000000000000000000000000000033b15610740576040517f654cf88c0000000000000000000000000000000000000000000000000000000081528560048201525f81602481837380790000000000000000000000000000000000035af1801561073557612968575b508490604084019261281173ffffffffffffffffffffffffffffffffffffffff85511646612375565b90606086019261283d845173ffffffffffffffffffffffffffffffffffffffff60808a01511690612375565b61288061016089015161287260a08b0151936128646040519860a08a5260a08a0190610e3d565b9088820360208a0152610e3d565b908682036040880152610e3d565b9060608501528381036080850152825190818152602081016020808460051b840101950193915b8383106129335750505050507fa956d9d0f451c1310c1d206dbcb3002d61fadd685909fc69b35fd1260a9c3da892847f7446eaa0a0dda80670b3bfe972bfbefab659bcfb67abad4e0b64dc4630a704818461292e9573ffffffffffffffffffffffffffffffffffffffff950390a25194511694604051918291602083526020830190610e62565b0390a4565b919395969750919360208061295483601f1986600196030187528951610e3d565b97019301930190928b9796959492936128a7565b61297491505f90610c2c565b5f5f6127e8565b906129869291612ae5565b600e811015610de25780612998575090565b7f1121c9d0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3590602081106129d1575090565b5f199060200360031b1b1690565b6129ed828260248214612560565b81600411610740576004600319610cff930191016129c3565b67ffffffffffffffff8111612a225767ffffffffffffffff1690565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52604060045260245260445ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116113f457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116113f457565b9092916060935f94815115612fa25750612b0190949294613284565b6040515f939190849081805b8651881015612f9057612b20888861101f565b519184612ee9575050888151602083012003612ed857612b4e90989392919860208101905160801b17612fad565b975b8851601103612ca35782518203612bb35750505050845160101015612b865750610220612b8293940151905190613499565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015612c7657612bd4906020848601015160f81c9061101f565b51612bde816134cf565b9384919060018101809111612c4957946020148015612c2d575b612c11575050612c0790612fad565b975b929190612b50565b929394999150966001905b846040520196989392919098612b0d565b5060018901808a11612c4957612c449089856134fd565b612bf8565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612ec757612ccb612cc6612cc083610fd5565b516133a9565b613284565b90815115612eb55760208201805160f81c90612cf08560208901895160801b176133f8565b935160801b176001821660020360ff8111610530579060ff612d139216906133f8565b908160801c938060801c92838611918215612e1e575b5050612e0a5760018111612dc15750508115612daf5790612d4e612d6694939261100f565b51916020612d5b846134cf565b9690938794936113e7565b95148015612d93575b612d84575050612d7e90612fad565b97612c09565b92939499915096600190612c1c565b5060018901808a11612c4957612daa9089856134fd565b612d6f565b50505050505050509050606090600790565b9295509593509798506003915011155f14612dfc575003612df157612de8612b829361100f565b51905190613499565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612e885750612e76576fffffffffffffffffffffffffffffffff612e6e9116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790613461565b155f80612d29565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612f3b57506020148015939150612f2b575b5050612f1a57612b4e905b98939291986115dd565b505050505050509050606090600390565b6020840120141590505f80612f05565b1492831593612f66575b505050612f5557612b4e90612f10565b505050505050509050606090600490565b602085015192935090612f7f575b5014155f8080612f45565b5f199060200360031b1b165f612f74565b50505050505050509050606090600d90565b945060019392505050565b908160801c91612fbc81613538565b6002819493941015610de257600114908161307c575b501561305457926040519360208501925b828110612ffe57505050601f198382030160051c8352604052565b9261303e8461301a613015859697613038966133f8565b613538565b5061303261302b83839894986113e7565b8489613432565b956113e7565b906113e7565b918152602081018091116113f457929190612fe3565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b6130879150836113e7565b84145f612fd2565b8060801c9060218211613054576130a581613538565b6002819592951015610de25761305457836130c257505050505f90565b8160200190816020116113f45782036020019081111502601f8111612e76575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036113f45760031b6101000361010081116113f4571c90565b91909160068310613274577e010000000000000000000000000000000000000000000000000000000000007fffff00000000000000000000000000000000000000000000000000000000000082351603613274578260041015610fe257600481013560f81c8060060180851061326257816005019182600511610740578583116107405760058401938682941015610fe2576005828201013560f81c9687830193600685019081831061324a578110610740571161074057811580159782840160060194939093039290613240575b50861561323b57600201357fffff0000000000000000000000000000000000000000000000000000000000001694565b505f94565b151596505f61320b565b505050505050505090505f905f905f905f905f905f90565b505f9350839283925082915081908190565b505f915081908190819081908190565b908151604051928160011b60208186010160405284525f5b8281106132a857505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b880101520161329c565b6133b281613538565b6002819392931015610de257613054576133cb92613432565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612e76576fffffffffffffffffffffffffffffffff6134238261342a9461197d565b93166113e7565b9060801b1790565b9061343d83826113e7565b8260801c10612e76576fffffffffffffffffffffffffffffffff61342a92166113e7565b9190915f928160801c908060801c821461347a57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116113f457036134c6576134b3906133a9565b908151155f146134c257600990565b5f90565b50606090600890565b908160801c91602183105f146134ec576134e89061377d565b9190565b6134f791925061308f565b90602090565b9091825181109283613510575b50505090565b61353093509061351f9161101f565b5160208101905160801b1790613461565b5f808061350a565b908160801c9182156130545761354d8161377d565b60f81c60c08110156136af57608081101561356e57505f9250600191839150565b60b781116136045761358160ff91612ab4565b16809311908161359a575b501561305457600191905f90565b60018414801592506135ae575b505f61358c565b7f800000000000000000000000000000000000000000000000000000000000000091506135fb7fff00000000000000000000000000000000000000000000000000000000000000916137b3565b1610155f6135a7565b61361061361591612ab4565b612a83565b60ff811691828511156130545761362b906137b3565b907fff000000000000000000000000000000000000000000000000000000000000008216156130545760ff811683036113f4576107f89060031b166101000361010081116113f4571c92838260378211928361369b575b5050501561305457600181018091116113f45791905f90565b6136a692935061197d565b1183825f613682565b9060f782116136d557506136c460ff91612a52565b168092111561305457600191908290565b906136106136e291612a52565b60ff81169182851115613054576136f8906137b3565b907fff000000000000000000000000000000000000000000000000000000000000008216156130545760ff811683036113f4576107f89060031b166101000361010081116113f4571c928382603782119283613769575b5050501561305457600181018091116113f4579190600190565b61377492935061197d565b1183825f61374f565b60208160801c5f0301602081111502601f8111612e76575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612e76576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056',
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
