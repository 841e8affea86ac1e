import { pino } from 'pino'
import { bytesToHex, encodeEventTopics, type Hex, hexToBigInt, hexToBytes } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { createClock } from '../../chain/index.ts'
import { resolveConfig } from '../../configs/index.ts'
import { addresses, gatewayAbi, nativeRollupAddress } from '../../contracts/index.ts'
import { createRollupNode } from '../../rollup-node/index.ts'
import { advanceCalldata, forge } from '../../rollup-node/testing/forge.ts'
import { devAccounts } from '../accounts.ts'
import { composeDevnet } from '../composeDevnet.ts'
import type { Devnet } from '../Devnet.ts'
import { rollupGenesis } from '../genesis.ts'
import { createLoggers } from '../loggers.ts'
import type { Network } from '../network/Network.ts'
import { startInline } from '../providers/startInline.ts'

const user = devAccounts[0]!.address
let network: Network
let devnet: Devnet
afterEach(() => devnet.stop())

const r1 = <T>(method: string, ...params: unknown[]) => network.rollups[0]!.request({ method, params }) as Promise<T>
const l1 = <T>(method: string, ...params: unknown[]) => network.l1.request({ method, params }) as Promise<T>

/** Settles a block without transactions upon the settled ones, as anybody may. Resolves once the sequencer has it. */
async function settleForeignBlock(config: ReturnType<typeof resolveConfig>): Promise<void> {
  const stranger = await createRollupNode(
    {
      chainId: 901,
      name: 'stranger',
      genesis: rollupGenesis(config, config.rollups[0]!),
      l1: network.l1,
      l1ChainId: config.l1.chainId,
      settle: 'manual',
    },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  const { number: settled } = await r1<{ number: Hex }>('eth_getBlockByNumber', 'finalized', false)
  for (let number = 1; number <= Number(settled); number++)
    await stranger.node.importBlock(hexToBytes(await r1<Hex>('debug_getRawBlock', `0x${number.toString(16)}`)))
  const foreign = await stranger.node.seal()
  const anchor = await l1<{ number: Hex }>(
    'eth_getBlockByHash',
    bytesToHex(foreign.block.header.parentBeaconBlockRoot!),
    false,
  )
  const data = advanceCalldata({ anchorNumber: hexToBigInt(anchor.number), input: forge(foreign) })
  const transaction = { from: user, to: nativeRollupAddress(901), data, gas: '0xffffff' }
  const adopted = new Promise<void>((resolve) => {
    const stop = network.rollups[0]!.subscribe(async () => {
      if ((await r1('eth_getBlockByHash', bytesToHex(foreign.hash), false)) === null) return
      stop()
      resolve()
    })
  })
  await l1('evm_mine')
  await l1('eth_sendTransaction', transaction)
  await adopted
  await stranger.stop()
}

test("a stranger's block, settled between them, neither loses nor repeats messages", async () => {
  const file = { rollups: 1, rollup: { settle: 'manual' as const }, l1: { slot: 0.25 } }
  const config = resolveConfig({ file: { name: 'test', config: file } })
  network = await startInline(config, { loggers: createLoggers({ level: 'silent' }), listen: false })
  devnet = composeDevnet(network, { stop: network.stop })

  const deposit = await devnet.deposit({ rollup: 'r1', value: 3n })
  const withdrawal = await devnet.withdraw({ rollup: 'r1', value: 2n, wait: false })
  await settleForeignBlock(config)
  const later = await devnet.deposit({ rollup: 'r1', value: 5n, wait: false })
  await devnet.waitForMessage({ id: later.id })
  await devnet.advance({ rollup: 'r1' })
  await devnet.waitForMessage({ id: withdrawal.id })

  const topics = encodeEventTopics({ abi: gatewayAbi, eventName: 'MessageDelivered' })
  const filter = { address: addresses.gateway, topics, fromBlock: '0x0', toBlock: 'latest' }
  expect(await r1<unknown[]>('eth_getLogs', filter)).toHaveLength(2)
  for (const { id } of [deposit, later, withdrawal]) {
    expect((await devnet.waitForMessage({ id })).status).toBe('delivered')
  }
})
