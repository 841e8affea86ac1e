// Generated from src/l2/EthVault.sol by contracts/build.ts; do not edit.

export const ethVaultAbi = [
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
    "inputs": [],
    "name": "PREMINE",
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
    "name": "absorb",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
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
    "name": "release",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const ethVaultBytecode = {
  creation: '0x60808060405234601557610293908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80630357371d146100c05780633e8c80f21461007b5763ebd93ac61461003a575f80fd5b5f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610077576100753361007033610240565b6101f6565b005b5f80fd5b34610077575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100775760206040516c010000000000000000000000008152f35b346100775760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100775760043573ffffffffffffffffffffffffffffffffffffffff8116808203610077575f80808060243580966101263361007033610240565b5af13d156101f1573d67ffffffffffffffff81116101c457604051907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f8401160116820182811067ffffffffffffffff8211176101c45760405281525f60203d92013e5b1561019657005b7f1c43b976000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b61018f565b156101fe5750565b73ffffffffffffffffffffffffffffffffffffffff907f0b1c2e61000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff167380790000000000000000000000000000000000028114908115610278575090565b7380790000000000000000000000000000000000149150149056',
  runtime: '0x60806040526004361015610011575f80fd5b5f3560e01c80630357371d146100c05780633e8c80f21461007b5763ebd93ac61461003a575f80fd5b5f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610077576100753361007033610240565b6101f6565b005b5f80fd5b34610077575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100775760206040516c010000000000000000000000008152f35b346100775760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100775760043573ffffffffffffffffffffffffffffffffffffffff8116808203610077575f80808060243580966101263361007033610240565b5af13d156101f1573d67ffffffffffffffff81116101c457604051907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f8401160116820182811067ffffffffffffffff8211176101c45760405281525f60203d92013e5b1561019657005b7f1c43b976000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b61018f565b156101fe5750565b73ffffffffffffffffffffffffffffffffffffffff907f0b1c2e61000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff167380790000000000000000000000000000000000028114908115610278575090565b7380790000000000000000000000000000000000149150149056',
} as const

export const ethVaultStorage = {} as const
