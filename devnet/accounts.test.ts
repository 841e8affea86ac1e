import { mnemonicToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { devAccounts, privateKeyOf } from './accounts.ts'

test("behavior: the accounts are those of anvil's mnemonic", () => {
  for (const { index, address, privateKey } of devAccounts) {
    const account = mnemonicToAccount('test test test test test test test test test test test junk', {
      addressIndex: index,
    })
    expect(address).toBe(account.address)
    expect(Buffer.from(privateKey.slice(2), 'hex')).toEqual(Buffer.from(account.getHdKey().privateKey!))
  }
})

test('behavior: a key is found by index and by address, and stands for itself', () => {
  const { address, privateKey } = devAccounts[3]!
  expect(privateKeyOf(3)).toBe(privateKey)
  expect(privateKeyOf(address.toLowerCase() as typeof address)).toBe(privateKey)
  expect(privateKeyOf(privateKey)).toBe(privateKey)
})

test('error: nobody knows the key of another address', () => {
  expect(() => privateKeyOf('0x00000000000000000000000000000000000000ff')).toThrowError(
    expect.objectContaining({ code: 'ACCOUNT_UNKNOWN' }),
  )
})
