import { expect, test } from 'vitest'
import { addressOf, bytesOf, createTestChain, hex, word } from '../transition/chain.test-support.ts'
import type { Hex } from '../types/Hex.ts'

test('what identity has answered stays when the memory it was given changes', async () => {
  const contract = addressOf('contract')
  const code = [
    // mstore(0, 0x11), staticcall(gas, identity, 0, 32, 0, 0)
    '60115f52' + '5f5f60205f60045afa50',
    // mstore(0, 0x22), returndatacopy(64, 0, 32), sstore(0, mload(64))
    '60225f52' + '60205f60403e' + '6040515f55',
  ]
  const chain = createTestChain({ alloc: { [contract]: { code: `0x${code.join('')}` as Hex, nonce: 1n } } })
  const { state } = await chain.seal([chain.sign(0, { nonce: 0n, to: contract })])
  expect(hex(state.getStorage(bytesOf(contract), bytesOf(word(0))))).toBe(`0x${word(0x11)}`)
})
