import { describe, expect, it } from 'vitest'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { explainExecute } from './explainExecute.ts'
import { GENESIS_TIME, sealedChain } from './rollup.test-support.ts'

describe('the explanation of an EXECUTE input', () => {
  it('names result, gas and time of a valid one', async () => {
    const rollup = await sealedChain()
    const input = encodeExecuteInput(rollup.inputOf(rollup.last))
    const explanation = await explainExecute(input, { schedule: { osaka: 0 } })
    expect(explanation.result).toMatchObject({ successfulValidation: true, chainId: 901n, schemaId: 0x1201 })
    expect(explanation.gas).toBe(rollup.last.block.header.gasUsed + 16n * BigInt(input.length))
    expect(explanation.ms).toBeGreaterThan(0)
    expect(explanation.rule).toBeUndefined()
  })

  it('names the rule that an invalid one breaks, and what it found', async () => {
    const rollup = await sealedChain()
    const { schemaId, input } = rollup.inputOf(rollup.last)
    const [parent] = input.witness.headers
    input.witness.headers = [parent!]
    const bytes = encodeExecuteInput({ schemaId, input })
    const explanation = await explainExecute(bytes, {
      schedule: { osaka: 0 },
      timestamp: GENESIS_TIME + 9n,
      gasLimit: 12_000_000n,
    })
    expect(explanation).toMatchObject({
      rule: 'MISSING_PARENT_HEADER',
      gas: 12_000_000n,
      result: { successfulValidation: false, chainId: 901n },
    })
    expect(explanation.message).toMatch(/last header is not the parent/)
  })

  it('says where bytes stop being an input', async () => {
    const { rule, message, result } = await explainExecute(
      Uint8Array.of(0x12, 0x01, 20, 0, 0, 0, 20, 0, 0, 0, ...new Uint8Array(12)),
      {
        schedule: { osaka: 0 },
      },
    )
    expect(rule).toBe('SSZ_OFFSET')
    expect(message).toMatch(/^stateless_input /)
    expect(result).toEqual({
      newPayloadRequestRoot: new Uint8Array(32),
      successfulValidation: false,
      chainId: 0n,
      schemaId: 0,
    })
  })
})
