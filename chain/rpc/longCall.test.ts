import { setImmediate } from 'node:timers/promises'
import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { createTestNode } from '../testing/createTestNode.ts'

const loop: Hex = '0xc0000000000000000000000000000000000000c2'

test.each(['eth_call', 'eth_estimateGas'])(
  'while %s executes for long, other requests are answered',
  async (method) => {
    // JUMPDEST, PUSH1 0, JUMP
    const { node } = await createTestNode({ mining: { mode: 'manual' }, alloc: { [loop]: { code: '0x5b600056' } } })
    let ended = false
    const call = node.request({ method, params: [{ to: loop }] }).catch((error: unknown) => error)
    void call.finally(() => {
      ended = true
    })
    let answered = 0
    for (; !ended; answered++) {
      await node.request({ method: 'eth_blockNumber', params: [] })
      await setImmediate()
    }
    expect(String(await call)).toMatch(/out of gas|gas required exceeds/)
    expect(answered).toBeGreaterThan(1)
    await node.close()
  },
)
