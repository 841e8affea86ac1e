import { RLP } from '@ethereumjs/rlp'
import { type Hex, parseTransaction } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../hex.ts'
import type { BlobSidecar } from './BlobSidecar.ts'
import { decodeNetworkTransaction, encodeNetworkTransaction } from './networkForm.ts'
import { versionedHashOf } from './versionedHashOf.ts'

const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
const commitment = Uint8Array.of(0xc0, ...new Uint8Array(47))
const sidecar: BlobSidecar = {
  version: 0,
  versionedHashes: [versionedHashOf(commitment)],
  blobs: [new Uint8Array(131_072)],
  commitments: [commitment],
  proofs: [commitment],
}
const request = {
  type: 'eip4844',
  chainId: 900,
  nonce: 1,
  gas: 100_000n,
  maxFeePerGas: 2n,
  maxPriorityFeePerGas: 1n,
  maxFeePerBlobGas: 3n,
  to: account.address,
  blobVersionedHashes: sidecar.versionedHashes,
} as const

describe('decodeNetworkTransaction', () => {
  test('splits what viem serializes (EIP-4844)', async () => {
    const plain = await account.signTransaction({ ...request, sidecars: false } as never)
    const wrapped = await account.signTransaction({
      ...request,
      sidecars: [
        { blob: toHex(sidecar.blobs[0] as Uint8Array), commitment: toHex(commitment), proof: toHex(commitment) },
      ],
    })
    const decoded = decodeNetworkTransaction(fromHex(wrapped))
    expect(toHex(decoded.transaction)).toBe(plain)
    expect(decoded.sidecar).toEqual(sidecar)
    expect(parseTransaction(toHex(decoded.transaction) as `0x03${string}`).nonce).toBe(1)
  })

  for (const version of [0, 1] as const) {
    test(`gives back what encodeNetworkTransaction took, version ${version}`, async () => {
      const transaction = fromHex(await account.signTransaction({ ...request, sidecars: false } as never))
      const proofs = version === 1 ? Array.from({ length: 128 }, () => commitment) : [commitment]
      const wrapped = encodeNetworkTransaction(transaction, { ...sidecar, version, proofs })
      expect(decodeNetworkTransaction(wrapped)).toEqual({ transaction, sidecar: { ...sidecar, version, proofs } })
    })
  }

  test('leaves other transactions alone', async () => {
    const raw = fromHex(await account.signTransaction({ to: account.address, gasPrice: 1n, gas: 21_000n }))
    expect(decodeNetworkTransaction(raw)).toEqual({ transaction: raw })
    const bare = fromHex(await account.signTransaction({ ...request, sidecars: false } as never))
    expect(decodeNetworkTransaction(bare)).toEqual({ transaction: bare })
  })

  test('names what is malformed', () => {
    const body = Array.from({ length: 14 }, () => new Uint8Array())
    const raw = (value: unknown) => Uint8Array.of(3, ...RLP.encode(value as never))
    const bad: Hex[] = ['0x03', '0x0380', '0x03c1', toHex(raw([body, [], []])), toHex(raw([body, 2, [], [], []]))]
    for (const hex of bad) {
      expect(() => decodeNetworkTransaction(fromHex(hex)), hex).toThrowError(/blob transaction has/)
    }
    expect(() => decodeNetworkTransaction(raw([body.slice(1), [], [], []]))).toThrowError(/13 transaction fields/)
    expect(() => decodeNetworkTransaction(raw([body, [[]], [], []]))).toThrowError(/blob_versioned_hashes|blobs/)
  })
})
