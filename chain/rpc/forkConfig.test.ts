import { describe, expect, test } from 'vitest'
import { createChainRules } from '../../execute/index.ts'
import { fromHex } from '../hex.ts'
import { createTestNode } from '../testing/createTestNode.ts'
import { forkConfig } from './forkConfig.ts'

describe('eth_config', () => {
  /** Hoodi, whose fork ids go-ethereum's tests and EIP-7910 list. */
  const rules = createChainRules({
    chainId: 560048,
    forks: { cancun: 0, prague: 1742999832, osaka: 1761677592, bpo1: 1762365720, bpo2: 1762955544 },
  })
  const genesis = {
    hash: fromHex('0xbbe312868b376a3001692a646dd2d7d1e4406380dfd86b98aa8a34d1557c971b'),
    timestamp: 1742212800n,
  }

  test.each([
    [0n, '0xbef71d30'],
    [1742999832n, '0x0929e24e'],
    [1761677592n, '0xe7e0e7ff'],
    [1762365720n, '0x3893353e'],
    [1762955544n, '0x23aa1351'],
  ])('the fork that starts at %d has the id %s', (start, forkId) => {
    expect(forkConfig(start, { rules, genesis, precompiles: [] }).forkId).toBe(forkId)
  })

  test('it names what the fork brings, and the precompiles of the chain itself', async () => {
    const execute = {
      name: 'EXECUTE',
      address: fromHex(`0x${'01'.repeat(20)}`),
      run: () => ({ output: new Uint8Array(), gasUsed: 0n }),
    }
    const { node } = await createTestNode({
      forks: { cancun: 0, prague: 3_000_000_000, osaka: 4_000_000_000 },
      precompiles: () => [execute],
    })
    const config = (await node.request({ method: 'eth_config' })) as Record<'current' | 'next' | 'last', never>
    expect(config.current).toMatchObject({
      activationTime: 0,
      chainId: '0x384',
      blobSchedule: { target: 3, max: 6 },
      precompiles: { EXECUTE: `0x${'01'.repeat(20)}` },
      systemContracts: { BEACON_ROOTS_ADDRESS: '0x000f3df6d732807ef1319fb7b8bb8522d0beac02' },
    })
    expect(config.current).not.toHaveProperty('precompiles.P256VERIFY')
    expect(config.next).toMatchObject({ activationTime: 3_000_000_000 })
    expect(config.last).toMatchObject({ precompiles: { P256VERIFY: expect.any(String) } })
    await node.close()
  })
})
