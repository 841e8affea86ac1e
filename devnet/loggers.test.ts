import { expect, test } from 'vitest'
import { NativerollError } from '../execute/index.ts'
import { createLoggers } from './loggers.ts'

test('behavior: an error in a record says what went wrong', () => {
  const lines: string[] = []
  const logger = createLoggers({ level: 'info', onLine: (line) => lines.push(line) }).of('l1')
  logger.error({ error: new NativerollError('DISK', 'no space', { value: 1n, hint: 'free some' }) }, 'could not seal')
  logger.error({ error: new TypeError('broken') }, 'could not seal')
  const [foreseen, other] = lines.map((line) => JSON.parse(line))
  expect(foreseen).toMatchObject({
    msg: 'could not seal',
    error: { code: 'DISK', message: 'no space', hint: 'free some' },
  })
  expect(other.error).toEqual({ message: 'broken', stack: expect.stringContaining('loggers.test.ts') })
})
