import type { Hex } from 'viem'
import { keccak256 } from '../../execute/index.ts'
import { createWallet, type Wallet } from './createWallet.ts'
import type { RunningNode } from './startNode.ts'

/** What is asked of every node. */
export type Workload = {
  name: string
  /** Requests or transactions in one run. */
  count: number
  /** What is counted. */
  unit: string
  /** Everything that is not measured, such as signing; what it returns is measured. Throws if an answer is wrong. */
  prepare(): Promise<() => Promise<void>>
}

const senderCount = 10
const token: Hex = `0x${'70'.repeat(20)}`
const blockCount = 1_000
const batchSize = 100
const perSender = 200

const toHex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
const word = (value: bigint | string) =>
  (typeof value === 'string' ? value.slice(2) : value.toString(16)).padStart(64, '0')
const hash = (hex: string) => toHex(keccak256(Buffer.from(hex, 'hex')))
const selector = (signature: string) => toHex(keccak256(Buffer.from(signature)).subarray(0, 4))
const recipient = (index: number): Hex => `0x${(0xc0ffee00 + index).toString(16).padStart(40, '0')}`
const rpc = (id: number, method: string, ...params: unknown[]) => JSON.stringify({ jsonrpc: '2.0', id, method, params })

type Answer = { result?: unknown; error?: { message: string } }

/**
 * The workloads of one node, which gets ten funded senders who hold a token. To be run in their order. Where
 * eth_sendRawTransactionSync is missing, the receipt is asked for after eth_sendRawTransaction.
 * @param tokenCode runtime code of OpenZeppelin's ERC20
 */
export async function prepareWorkloads(node: RunningNode, tokenCode: Hex): Promise<Workload[]> {
  const wallet = createWallet(Number(await node.request<Hex>('eth_chainId')), senderCount)
  const { post } = node.connection
  const sync = await supportsSync(node)

  for (const sender of wallet.senders) {
    await node.request('hardhat_setBalance', sender, `0x${(10n ** 24n).toString(16)}`)
    await node.request('hardhat_setStorageAt', token, hash(word(sender) + word(0n)), `0x${word(10n ** 24n)}`)
  }
  await node.request('hardhat_setCode', token, tokenCode)

  const transfer = (sender: number, index: number) =>
    wallet.sign(sender, { to: recipient(index), value: 1n, gas: 21_000n })
  const tokenTransfer = (sender: number, index: number) =>
    wallet.sign(sender, {
      to: token,
      gas: 60_000n,
      data: `${selector('transfer(address,uint256)')}${word(recipient(index))}${word(1n)}`,
    })

  /** Sends one transaction and has its receipt. */
  async function sendAndWait(raw: Hex): Promise<unknown> {
    if (sync) return answerOf(await post(rpc(1, 'eth_sendRawTransactionSync', raw)))
    const sent = answerOf(await post(rpc(1, 'eth_sendRawTransaction', raw)))
    for (;;) {
      const receipt = answerOf(await post(rpc(1, 'eth_getTransactionReceipt', sent)))
      if (receipt !== null) return receipt
    }
  }

  const call = rpc(
    1,
    'eth_call',
    { to: token, data: `${selector('balanceOf(address)')}${word(wallet.senders[0]!)}` },
    'latest',
  )
  const event = toHex(keccak256(Buffer.from('Transfer(address,address,uint256)')))
  const length = (expected: number) => (result: unknown) => (result as unknown[]).length === expected
  let range: Promise<{ fromBlock: Hex; toBlock: Hex }> | undefined
  const logs = (topics: unknown[]) => async () => {
    range ??= makeHistory()
    return rpc(1, 'eth_getLogs', { address: token, topics, ...(await range) })
  }

  /** A thousand blocks with one log each. Only when they are asked for: anvil is faster while its chain is short. */
  async function makeHistory(): Promise<{ fromBlock: Hex; toBlock: Hex }> {
    const before = BigInt(await node.request<Hex>('eth_blockNumber'))
    for (let i = 0; i < blockCount; i++) await sendAndWait(tokenTransfer(i % senderCount, i))
    const toBlock = await node.request<Hex>('eth_blockNumber')
    if (BigInt(toBlock) - before !== BigInt(blockCount)) throw new Error(`${node.name} has not made a block for each`)
    return { fromBlock: `0x${(before + 1n).toString(16)}`, toBlock }
  }

  /** One after the other, each with a block of its own. */
  function oneByOne(where: string): Workload {
    return {
      name: `eth_sendRawTransactionSync, ${where}`,
      count: 100,
      unit: 'transactions',
      async prepare() {
        const raw = Array.from({ length: 100 }, (_, i) => transfer(0, i))
        return async () => {
          for (const one of raw) await sendAndWait(one)
        }
      },
    }
  }

  return [
    oneByOne('new chain'),
    repeated(
      'eth_call',
      async () => call,
      1_000,
      (result) => BigInt(result as Hex) > 0n,
    ),
    repeated('eth_getLogs, 1,000 blocks, 1,000 found', logs([event]), 20, length(blockCount)),
    repeated('eth_getLogs, 1,000 blocks, 1 found', logs([event, null, `0x${word(recipient(500))}`]), 200, length(1)),
    oneByOne('1,500 blocks on'),
    inBatches('2,000 transfers, 10 senders, batches', transfer),
    inBatches('2,000 ERC-20 transfers, 10 senders, batches', tokenTransfer),
  ]

  function repeated(
    name: string,
    bodyOf: () => Promise<string>,
    count: number,
    isRight: (result: unknown) => boolean,
  ): Workload {
    const prepare = async () => {
      const body = await bodyOf()
      if (!isRight(answerOf(await post(body)))) throw new Error(`${node.name} answers ${name} wrongly`)
      return async () => {
        for (let i = 0; i < count; i++) await post(body)
      }
    }
    return { name, count, unit: 'requests', prepare }
  }

  /**
   * Batch after batch, the senders in turns; then blocks until all are in. Blocks are asked for, because anvil's automine
   * leaves transactions in its pool when many come at once.
   */
  function inBatches(name: string, make: typeof transfer): Workload {
    return {
      name,
      count: senderCount * perSender,
      unit: 'transactions',
      async prepare() {
        await node.request('evm_setAutomine', false)
        const bodies = batches(make)
        const wanted = (await noncesOf(node, wallet)).map((nonce) => nonce + perSender)
        return async () => {
          for (const body of bodies) for (const answer of JSON.parse(await post(body)) as Answer[]) resultOf(answer)
          await mineAll(node, wallet, wanted)
        }
      },
    }
  }

  function batches(make: typeof transfer): string[] {
    return Array.from({ length: (senderCount * perSender) / batchSize }, (_, at) => {
      const requests = Array.from({ length: batchSize }, (_, i) =>
        rpc(i, 'eth_sendRawTransaction', make(at % senderCount, i)),
      )
      return `[${requests.join(',')}]`
    })
  }
}

/** Blocks that take all of one run, with room to spare. */
const mostBlocks = 100

/** Makes blocks until every sender has reached its nonce. */
async function mineAll(node: RunningNode, wallet: Wallet, wanted: number[]): Promise<void> {
  for (let i = 0; i < mostBlocks; i++) {
    await node.request('evm_mine')
    const nonces = await noncesOf(node, wallet)
    if (nonces.every((nonce, sender) => nonce >= wanted[sender]!)) return
  }
  throw new Error(`${node.name} leaves transactions out of its blocks`)
}

async function noncesOf(node: RunningNode, { senders }: Wallet): Promise<number[]> {
  const requests = senders
    .slice(0, senderCount)
    .map((sender, id) => rpc(id, 'eth_getTransactionCount', sender, 'latest'))
  const answers = JSON.parse(await node.connection.post(`[${requests.join(',')}]`)) as Answer[]
  return answers.map((answer) => Number(resultOf(answer)))
}

async function supportsSync(node: RunningNode): Promise<boolean> {
  const { error } = JSON.parse(await node.connection.post(rpc(1, 'eth_sendRawTransactionSync', '0x'))) as {
    error: { code: number; message: string }
  }
  return error.code !== -32601 && !/not (found|supported)|does not exist/i.test(error.message)
}

const answerOf = (text: string): unknown => resultOf(JSON.parse(text))

function resultOf({ result, error }: Answer): unknown {
  if (error) throw new Error(error.message)
  return result
}
