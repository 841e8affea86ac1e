import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeExecuteInput } from '../../execute/index.ts'
import { createTestRollup } from '../../execute/precompile/rollup.test-support.ts'
import { emptyFolder, run } from './command.ts'

const folder = emptyFolder()
afterAll(() => folder.remove())
let input: Uint8Array

beforeAll(async () => {
  const rollup = createTestRollup()
  input = encodeExecuteInput(rollup.inputOf(await rollup.seal([])))
  writeFileSync(join(folder.path, 'block'), input)
})

describe('execute', () => {
  test('a valid block: result, gas and time, exit 0', async () => {
    const { code, stdout } = await run(folder.path, ['execute', 'block'])
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^result +valid\ngas +\d+\ntime +/),
    })
    const { stdout: json } = await run(folder.path, ['execute', `0x${Buffer.from(input).toString('hex')}`, '--json'])
    expect(JSON.parse(json)).toMatchObject({ successfulValidation: true, gas: 16 * input.length, schemaId: '0x1201' })
  })

  test('bytes that are cut off: the rule by name, all gas gone, exit 1', async () => {
    writeFileSync(join(folder.path, 'cut'), Buffer.from(input.subarray(0, 21)).toString('hex'))
    const { code, stdout } = await run(folder.path, ['execute', 'cut', '--gas', '5000000'])
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^result +refused +SSZ_LENGTH\nreason +stateless_input holds 19 bytes, expected 20\ngas +5000000 /,
    )
  })
})

describe('wrong usage', () => {
  test.each([
    ['an argument is missing', ['execute'], /missing required argument 'input'/],
    ['an option is unknown', ['execute', '0x', '--gass', '1'], /unknown option '--gass'/],
    ['a command is misspelt', ['executed'], /unknown command 'executed'/],
  ])('%s: as text and as JSON, exit 2', async (_, args, message) => {
    const text = await run(folder.path, args)
    expect(text).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^error .*\n {2}try +/) })
    expect(text.stderr).toMatch(message)
    const { error } = JSON.parse((await run(folder.path, [...args, '--json'])).stderr)
    expect(error).toMatchObject({ code: 'ARGUMENT_INVALID', exitCode: 2, message: expect.stringMatching(message) })
  })
})
