import { hexToBytes, keccak256, serializeSignature, toHex } from 'viem'
import { privateKeyToAccount, sign } from 'viem/accounts'
import { expect, test } from 'vitest'
import { recoverPublicKey } from './recoverPublicKey.ts'
import { publicKeyOf, signHash } from './signHash.ts'

const keys = [1n, 2n, 0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80n].map((key) =>
  toHex(key, { size: 32 }),
)

test.each(keys)('behavior: signs with %s as viem does', async (privateKey) => {
  for (const text of ['a', 'b', 'c', 'd']) {
    const hash = keccak256(toHex(text))
    const { r, s, yParity } = signHash(hexToBytes(hash), hexToBytes(privateKey))
    const expected = await sign({ hash, privateKey, to: 'hex' })
    expect(serializeSignature({ r: toHex(r), s: toHex(s), yParity })).toBe(expected)
    const recovered = recoverPublicKey(hexToBytes(hash), yParity, new Uint8Array([...r, ...s]))
    expect(recovered).toEqual(publicKeyOf(hexToBytes(privateKey)))
  }
  expect(`0x04${toHex(publicKeyOf(hexToBytes(privateKey))).slice(2)}`).toBe(privateKeyToAccount(privateKey).publicKey)
})
