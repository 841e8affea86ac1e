// Generated from src/l1/RollupRegistry.sol by contracts/build.ts; do not edit.

export const rollupRegistryAbi = [
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      }
    ],
    "name": "ChainIdTaken",
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
    "name": "NotRegistrar",
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
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotRollup",
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
        "indexed": true,
        "internalType": "address",
        "name": "rollup",
        "type": "address"
      }
    ],
    "name": "RollupRegistered",
    "type": "event"
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
      },
      {
        "internalType": "bytes32",
        "name": "blockHash",
        "type": "bytes32"
      }
    ],
    "name": "record",
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
        "name": "rollup",
        "type": "address"
      }
    ],
    "name": "register",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registrar",
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
    "inputs": [
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      }
    ],
    "name": "rollupOf",
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
    "name": "settled",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

export const rollupRegistryBytecode = {
  creation: '0x60808060405234601557610379908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081632b20e3971461032b5750806355fd357a146102d85780636c8f8efe1461023057806391df545e146101d25763dbbdf08314610053575f80fd5b346101ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004356024359073ffffffffffffffffffffffffffffffffffffffff82168092036101ce5773ffffffffffffffffffffffffffffffffffffffff6002541633036101a25780151580610198575b8061016e575b80610165575b1561013a57805f52600160205260405f20827fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790557f38707d27611bf5f096c85c56ee0b22cead7c0417e9af4547579493ca49dfd7595f80a3005b7ff937fe63000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508115156100db565b50805f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f205416156100d5565b50468114156100cf565b7f53ac4f07000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f80fd5b346101ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004355f526001602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b346101ce5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce57600435805f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f20541633036102a9575f525f60205260405f206024355f5260205260443560405f20555f80f35b7fe80042f9000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b346101ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004355f525f60205260405f206024355f52602052602060405f2054604051908152f35b346101ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce5760209073ffffffffffffffffffffffffffffffffffffffff600254168152f3',
  runtime: '0x6080806040526004361015610012575f80fd5b5f3560e01c9081632b20e3971461032b5750806355fd357a146102d85780636c8f8efe1461023057806391df545e146101d25763dbbdf08314610053575f80fd5b346101ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004356024359073ffffffffffffffffffffffffffffffffffffffff82168092036101ce5773ffffffffffffffffffffffffffffffffffffffff6002541633036101a25780151580610198575b8061016e575b80610165575b1561013a57805f52600160205260405f20827fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790557f38707d27611bf5f096c85c56ee0b22cead7c0417e9af4547579493ca49dfd7595f80a3005b7ff937fe63000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508115156100db565b50805f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f205416156100d5565b50468114156100cf565b7f53ac4f07000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5f80fd5b346101ce5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004355f526001602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b346101ce5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce57600435805f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f20541633036102a9575f525f60205260405f206024355f5260205260443560405f20555f80f35b7fe80042f9000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b346101ce5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce576004355f525f60205260405f206024355f52602052602060405f2054604051908152f35b346101ce575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ce5760209073ffffffffffffffffffffffffffffffffffffffff600254168152f3',
} as const

export const rollupRegistryStorage = {
  "settled": {
    "slot": 0,
    "offset": 0,
    "type": "mapping(uint256 => mapping(uint256 => bytes32))"
  },
  "rollupOf": {
    "slot": 1,
    "offset": 0,
    "type": "mapping(uint256 => address)"
  },
  "registrar": {
    "slot": 2,
    "offset": 0,
    "type": "address"
  }
} as const
