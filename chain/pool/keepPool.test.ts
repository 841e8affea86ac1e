import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hex, pad } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKzg } from '../blobs/Kzg.ts'
import { sidecarOf } from '../blobs/sidecarOf.ts'
import type { ExecutionNode, ExecutionNodeOptions } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

let stateDir: string
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-pool-'))
})
afterEach(() => rmSync(stateDir, { recursive: true }))

const open = (options: Partial<ExecutionNodeOptions> = {}) =>
  createTestNode({ mining: { mode: 'manual' }, stateDir, ...options })
const to = pad('0xee', { size: 20 })
const transfer = { to, value: 1n, gas: 21_000n, maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 1n }
const content = (node: ExecutionNode) => node.request({ method: 'txpool_content' })
const status = (node: ExecutionNode) => node.request({ method: 'txpool_status' })

test('behavior: what waits for a block waits for it in the next run, in front of a gap or behind it', async () => {
  const { node, wallets } = await open()
  for (const nonce of [0, 1, 3]) await wallets[0]!.sendTransaction({ ...transfer, nonce })
  await wallets[1]!.sendTransaction(transfer)
  const before = await content(node)
  await node.close()
  const again = await open()
  expect(await content(again.node)).toEqual(before)
  await again.node.seal()
  expect(await again.client.getBalance({ address: to })).toBe(3n)
  await again.node.close()
  const third = await open()
  expect(await status(third.node)).toEqual({ pending: '0x0', queued: '0x1' })
  await third.node.close()
})

test('behavior: a journal that was overwritten keeps no node from starting, and what can be read of it waits', async () => {
  const { node, wallet } = await open()
  const path = join(stateDir, 'pool')
  await wallet.sendTransaction({ ...transfer, nonce: 0 })
  const first = readFileSync(path).length
  await wallet.sendTransaction({ ...transfer, nonce: 1 })
  await node.close()
  writeFileSync(path, readFileSync(path).fill(7, first + 4))
  const again = await open()
  expect(await status(again.node)).toEqual({ pending: '0x1', queued: '0x0' })
  await again.node.close()
  writeFileSync(path, Buffer.alloc(1000, 255))
  const third = await open()
  expect(await status(third.node)).toEqual({ pending: '0x0', queued: '0x0' })
  await third.node.close()
})

test('behavior: an instant chain seals what it finds', async () => {
  const { node, wallet } = await open()
  const hash = await wallet.sendTransaction(transfer)
  await node.close()
  const again = await open({ mining: { mode: 'instant' } })
  expect(await again.client.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success', blockNumber: 1n })
  await again.node.close()
})

test('behavior: what was dropped, replaced or included is not there again, nor what nobody signed', async () => {
  const { node, client, wallet } = await open()
  const included = await wallet.sendTransaction(transfer)
  await node.seal()
  const replaced = await wallet.sendTransaction({ ...transfer, nonce: 1 })
  const kept = await wallet.sendTransaction({
    ...transfer,
    nonce: 1,
    maxPriorityFeePerGas: 10n,
    maxFeePerGas: 10n ** 11n,
  })
  const dropped = await wallet.sendTransaction({ ...transfer, nonce: 2 })
  await client.dropTransaction({ hash: dropped })
  await client.impersonateAccount({ address: to })
  await client.setBalance({ address: to, value: 10n ** 18n })
  await node.request({ method: 'eth_sendTransaction', params: [{ from: to, to, gas: '0x5208' }] })
  await node.close()
  const again = await open()
  expect(await status(again.node)).toEqual({ pending: '0x1', queued: '0x0' })
  expect(await again.client.getTransaction({ hash: kept })).toMatchObject({ blockHash: null })
  for (const hash of [replaced, dropped])
    await expect(again.client.getTransaction({ hash })).rejects.toThrow('could not be found')
  expect(await again.client.getTransaction({ hash: included })).toMatchObject({ blockNumber: 1n })
  await again.node.close()
})

test('behavior: what is not valid any more is left out, and so is what a dying process had not finished', async () => {
  const { node, wallets } = await open()
  await wallets[0]!.sendTransaction(transfer)
  await wallets[1]!.sendTransaction(transfer)
  const journal = readFileSync(join(stateDir, 'pool'))
  await node.seal()
  await node.close()
  appendFileSync(join(stateDir, 'pool'), Buffer.concat([journal, journal.subarray(0, 50)]))
  const again = await open()
  expect(await status(again.node)).toEqual({ pending: '0x0', queued: '0x0' })
  await again.node.close()
})

test('behavior: a blob transaction keeps its blobs', async () => {
  const kzg = createKzg()
  const blobs = { retentionBlocks: 100 }
  const { node } = await open({ blobs })
  const blob = new Uint8Array(131_072).fill(1, 1, 20)
  const sidecar = await sidecarOf([blob], kzg, 'blob')
  kzg.close()
  const raw = await testAccounts[0]!.signTransaction({
    type: 'eip4844',
    chainId: 900,
    nonce: 0,
    gas: 21_000n,
    maxFeePerGas: 10n ** 10n,
    maxFeePerBlobGas: 10n ** 10n,
    to,
    blobVersionedHashes: sidecar.versionedHashes,
    sidecars: [{ blob: toHex(blob), commitment: toHex(sidecar.commitments[0]!), proof: toHex(sidecar.proofs[0]!) }],
  } as never)
  const hash = (await node.request({ method: 'eth_sendRawTransaction', params: [raw] })) as Hex
  await node.close()
  const again = await open({ blobs })
  await again.node.seal()
  expect(await again.client.getTransactionReceipt({ hash })).toMatchObject({ blockNumber: 1n })
  const kept = await again.node.request({ method: 'anvil_getBlobsByTransactionHash', params: [hash] })
  expect((kept as Hex[])[0] === toHex(blob)).toBe(true)
  await again.node.close()
})
