import { afterEach, expect, test } from 'vitest'
import { resolveConfig } from '../../configs/index.ts'
import { composeDevnet } from '../composeDevnet.ts'
import type { Devnet } from '../Devnet.ts'
import { createLoggers } from '../loggers.ts'
import { startInline } from '../providers/startInline.ts'

let devnet: Devnet
afterEach(() => devnet.stop())

test('a devnet whose chains give few logs at a time works as any other', async () => {
  const config = resolveConfig({
    file: { name: 'test', config: { rollups: 1, l1: { slot: 0.25 }, rpc: { logBlocks: 2, logResults: 3 } } },
  })
  const network = await startInline(config, { loggers: createLoggers({ level: 'silent' }), listen: false })
  devnet = composeDevnet(network, { stop: network.stop })
  const sent = await Promise.all([1n, 2n].map((value) => devnet.deposit({ rollup: 'r1', value, wait: false })))
  for (const { id } of sent) expect((await devnet.waitForMessage({ id })).status).toBe('delivered')
  await devnet.waitForFinalized({ rollup: 'r1' })
})
