import type { Hex, PrivateKeyAccount } from 'viem'

/** The accounts that the node signs for. */
export type Keyring = {
  accounts(): Promise<PrivateKeyAccount[]>
  /** Undefined for an account whose key the node does not hold. `address` is lower case. */
  find(address: Hex): Promise<PrivateKeyAccount | undefined>
}

/** viem signs. It is loaded, and addresses are derived, at the first use: most nodes are never asked to sign. */
export function createKeyring(privateKeys: Hex[]): Keyring {
  let derived: Promise<Map<string, PrivateKeyAccount>> | undefined

  async function derive(): Promise<Map<string, PrivateKeyAccount>> {
    const { privateKeyToAccount } = await import('viem/accounts')
    const accounts = privateKeys.map((key) => privateKeyToAccount(key))
    return new Map(accounts.map((account) => [account.address.toLowerCase(), account]))
  }

  const keys = () => {
    derived ??= derive()
    return derived
  }
  return {
    accounts: async () => (privateKeys.length === 0 ? [] : [...(await keys()).values()]),
    find: async (address) => (privateKeys.length === 0 ? undefined : (await keys()).get(address)),
  }
}
