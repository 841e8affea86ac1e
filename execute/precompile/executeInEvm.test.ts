import { createFeeMarket1559Tx } from '@ethereumjs/tx'
import { describe, expect, it } from 'vitest'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { encodeValidationResult } from '../ssz/validationResult.ts'
import { verifyStatelessNewPayload } from '../stateless.ts'
import { systemContracts } from '../transition/constants.ts'
import { createBlockBuilder } from '../transition/createBlockBuilder.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import type { Hex } from '../types/Hex.ts'
import { createExecutePrecompile } from './createExecutePrecompile.ts'
import { addresses, GENESIS_TIME, keys, sealedChain } from './rollup.test-support.ts'

/** STATICCALLs EXECUTE with its calldata and all gas, then logs what came back under the call's success as topic. */
const caller: Hex = '0x00000000000000000000000000000000000ca11e'
const callerCode: Hex = '0x365f5f375f5f365f6101015afa3d5f5f3e3d5fa100'

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`

/** Seals an L1 block whose only transaction calls EXECUTE from a contract. */
async function callOnL1(data: Uint8Array, gasLimit = 2n ** 24n) {
  const rules = createChainRules({ chainId: 900n, forks: { osaka: 0 } })
  const systemAlloc = Object.values(systemContracts).map((address) => [
    hex(address),
    { code: '0x00' as Hex, nonce: 1n },
  ])
  const alloc = {
    ...Object.fromEntries(systemAlloc),
    [addresses[0]!.toString()]: { balance: 10n ** 20n },
    [caller]: { code: callerCode, nonce: 1n },
  }
  const { block, state } = createGenesisBlock({ timestamp: GENESIS_TIME, gasLimit: 60_000_000n, alloc }, rules)
  const builder = await createBlockBuilder({
    rules,
    parent: block.header,
    parentState: state,
    attributes: {
      timestamp: GENESIS_TIME + 100n,
      prevRandao: new Uint8Array(32),
      suggestedFeeRecipient: new Uint8Array(20),
      parentBeaconBlockRoot: new Uint8Array(32),
      gasLimit: 60_000_000n,
      withdrawals: [],
    },
    getBlockHash: () => undefined,
    precompiles: [createExecutePrecompile({ schedule: { osaka: 0 }, readBlob: () => undefined })],
  })
  const transaction = createFeeMarket1559Tx(
    { chainId: 900n, to: caller, data, gasLimit, maxFeePerGas: 10n ** 9n, maxPriorityFeePerGas: 0n },
    { common: rules.common(GENESIS_TIME + 100n) },
  )
  const { receipt } = await builder.add(transaction.sign(keys[0]))
  await builder.seal()
  const [log] = receipt.logs
  return {
    status: receipt.status,
    gasUsed: receipt.gasUsed,
    success: log!.topics[0]!.at(-1) === 1,
    returned: log!.data,
  }
}

describe('EXECUTE in the EVM of L1', () => {
  it('answers a contract, which pays for the gas used', async () => {
    const rollup = await sealedChain()
    const valid = rollup.inputOf(rollup.last)
    const { status, success, returned, gasUsed } = await callOnL1(encodeExecuteInput(valid))
    expect({ status, success }).toEqual({ status: true, success: true })
    const { result } = await verifyStatelessNewPayload(valid, { rules: rollup.rules })
    expect(returned).toEqual(encodeValidationResult(result))
    expect(gasUsed).toBeLessThan(1_000_000n)
  })

  it('fails the call alone on a refusal: the transaction is included, and the call’s gas is gone', async () => {
    const rollup = await sealedChain()
    const { schemaId, input } = rollup.inputOf(rollup.last)
    input.witness.state.pop()
    const { status, success, returned, gasUsed } = await callOnL1(encodeExecuteInput({ schemaId, input }))
    expect({ status, success, returned: returned.length }).toEqual({ status: true, success: false, returned: 0 })
    expect(gasUsed).toBeGreaterThan(((2n ** 24n - 500_000n) * 63n) / 64n)
  })

  it('refuses a call that a contract gave too little gas', async () => {
    const rollup = await sealedChain()
    const { success } = await callOnL1(encodeExecuteInput(rollup.inputOf(rollup.last)), 10_000_000n)
    expect(success).toBe(false)
  })
})
