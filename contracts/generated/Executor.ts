// Generated from src/messaging/Executor.sol by contracts/build.ts; do not edit.

export const executorAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotGateway",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
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
      },
      {
        "internalType": "uint256",
        "name": "sourceChainId_",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "sender_",
        "type": "address"
      }
    ],
    "name": "execute",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "sender",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "sourceChainId",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

export const executorBytecode = {
  creation: '0x60808060405234601557610325908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081631544298e146102ee575080633d888aa814610092576367e404ce1461003d575f80fd5b3461008e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e57602073ffffffffffffffffffffffffffffffffffffffff60015c16604051908152f35b5f80fd5b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e5760043573ffffffffffffffffffffffffffffffffffffffff8116810361008e5760243567ffffffffffffffff811161008e573660238201121561008e5780600401359167ffffffffffffffff831161008e57366024848401011161008e5760843573ffffffffffffffffffffffffffffffffffffffff811680910361008e57738079000000000000000000000000000000000002331480156102d1575b156102a5577fffffffffffffffffffffffff000000000000000000000000000000000000000060015c161760015d6064355f5d604051917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f870116011683019280841067ffffffffffffffff851117610278575f602081968296604052808452806024838601960186378301015251913490604435f13d90610400821161026e575b604051908282527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f846020850194815f873e0101166040521561026c577fffffffffffffffffffffffff000000000000000000000000000000000000000060015c1660015d5f805d005bfd5b6104009150610200565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f0b1c2e61000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b507380790000000000000000000000000000000000143314610159565b3461008e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e576020905f5c8152f3',
  runtime: '0x6080806040526004361015610012575f80fd5b5f3560e01c9081631544298e146102ee575080633d888aa814610092576367e404ce1461003d575f80fd5b3461008e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e57602073ffffffffffffffffffffffffffffffffffffffff60015c16604051908152f35b5f80fd5b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e5760043573ffffffffffffffffffffffffffffffffffffffff8116810361008e5760243567ffffffffffffffff811161008e573660238201121561008e5780600401359167ffffffffffffffff831161008e57366024848401011161008e5760843573ffffffffffffffffffffffffffffffffffffffff811680910361008e57738079000000000000000000000000000000000002331480156102d1575b156102a5577fffffffffffffffffffffffff000000000000000000000000000000000000000060015c161760015d6064355f5d604051917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f870116011683019280841067ffffffffffffffff851117610278575f602081968296604052808452806024838601960186378301015251913490604435f13d90610400821161026e575b604051908282527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f846020850194815f873e0101166040521561026c577fffffffffffffffffffffffff000000000000000000000000000000000000000060015c1660015d5f805d005bfd5b6104009150610200565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f0b1c2e61000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b507380790000000000000000000000000000000000143314610159565b3461008e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261008e576020905f5c8152f3',
} as const

export const executorStorage = {} as const
