// Generated from src/messaging/Outbox.sol by contracts/build.ts; do not edit.

export const outboxAbi = [
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "sentAt",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "timestamp",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
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
    "name": "store",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const outboxBytecode = {
  creation: '0x60808060405234601557610127908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163283a1fd4146100e4575063654cf88c14610032575f80fd5b346100e05760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100e057738079000000000000000000000000000000000002331480156100c3575b15610097576004355f525f6020524260405f20555f80f35b7f0b1c2e61000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b50738079000000000000000000000000000000000014331461007f565b5f80fd5b346100e05760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100e0576020906004355f525f825260405f20548152f3',
  runtime: '0x6080806040526004361015610012575f80fd5b5f3560e01c908163283a1fd4146100e4575063654cf88c14610032575f80fd5b346100e05760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100e057738079000000000000000000000000000000000002331480156100c3575b15610097576004355f525f6020524260405f20555f80f35b7f0b1c2e61000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b50738079000000000000000000000000000000000014331461007f565b5f80fd5b346100e05760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100e0576020906004355f525f825260405f20548152f3',
} as const

export const outboxStorage = {
  "sentAt": {
    "slot": 0,
    "offset": 0,
    "type": "mapping(bytes32 => uint256)"
  }
} as const
