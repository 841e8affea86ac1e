import { expect, test } from 'vitest'
import { createWitnessRecorder } from './createWitnessRecorder.ts'

test('what is forgotten counts no more, also if its size was asked meanwhile', () => {
  const recorder = createWitnessRecorder()
  recorder.visitCode(Uint8Array.of(1, 2))
  const mark = recorder.mark()
  recorder.visitCode(Uint8Array.of(3, 4, 5))
  expect(recorder.size()).toBe(5)
  recorder.forgetSince(mark)
  expect(recorder.size()).toBe(2)
  recorder.visitCode(Uint8Array.of(6))
  expect(recorder.size()).toBe(3)
  expect(recorder.codes()).toEqual([Uint8Array.of(1, 2), Uint8Array.of(6)])
})

test('equal codes of several accounts come once, in the order of their bytes, and empty ones never', () => {
  const recorder = createWitnessRecorder()
  for (const code of [[2], [1, 9], [], [2], [1]]) recorder.visitCode(Uint8Array.from(code))
  expect(recorder.codes()).toEqual([Uint8Array.of(1), Uint8Array.of(1, 9), Uint8Array.of(2)])
})
