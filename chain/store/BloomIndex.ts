import type { HeadChange } from './ChainStore.ts'
import { heightOf } from './heightOf.ts'

/** The three bits of a bloom that a logged address or topic sets, of 0 to 2047 (Yellow Paper 4.3.1). */
export type BloomBits = readonly [number, number, number]
/** Outer list: all must hold; inner: one of them. */
export type BloomCriteria = BloomBits[][]

/**
 * The blooms of canonical blocks, turned on their side: one bit of 32 blocks in a word. To read it of a thousand blocks costs
 * as much as to read a few of the blocks themselves, whose blooms lie scattered over memory.
 */
export type BloomIndex = {
  /** Must hear of all changes of the head, in their order. */
  follow(change: HeadChange, oldestBlock: number): void
  /** A bit for each of the 32 blocks from number 32 × `group` on: those that may contain it, or are not known here. */
  mayContain(group: number, criteria: BloomCriteria): number
}

const bloomLength = 2048
const groupsPerSection = 32
const sectionBlocks = 32 * groupsPerSection
/** 256 KB each: as many as the blocks that a chain keeps in memory by default. */
const mostSections = 128

/** @param head number of the head: blocks up to there are not known */
export function createBloomIndex(head: number): BloomIndex {
  // Of a bit of the bloom the words of a section's groups lie side by side. One without any log has no section.
  const sections = new Map<number, Int32Array>()
  let firstKnown = head + 1

  function sectionFor(number: number, oldestBlock: number): Int32Array {
    const at = Math.floor(number / sectionBlocks)
    let section = sections.get(at)
    if (section === undefined) {
      section = new Int32Array(bloomLength * groupsPerSection)
      sections.set(at, section)
      letGo(oldestBlock)
    }
    return section
  }

  /** Of the oldest. */
  function letGo(oldestBlock: number): void {
    for (const at of [...sections.keys()].sort((a, b) => a - b)) {
      const end = (at + 1) * sectionBlocks
      if (end > oldestBlock && sections.size <= mostSections) return
      sections.delete(at)
      firstKnown = Math.max(firstKnown, end)
    }
  }

  return {
    follow({ removed, added }, oldestBlock) {
      for (const block of removed) {
        const number = heightOf(block)
        const section = sections.get(Math.floor(number / sectionBlocks))
        if (section) for (const word of wordsOf(block.block.header.logsBloom, number)) section[word]! &= ~bitOf(number)
        firstKnown = Math.min(firstKnown, number)
      }
      for (const block of added) {
        const number = heightOf(block)
        firstKnown = Math.min(firstKnown, number)
        const words = wordsOf(block.block.header.logsBloom, number)
        if (words.length === 0) continue
        const section = sectionFor(number, oldestBlock)
        for (const word of words) section[word]! |= bitOf(number)
      }
    },

    mayContain(group, criteria) {
      const unknown = firstKnown - group * 32
      if (unknown >= 32) return -1
      const section = sections.get(Math.floor(group / groupsPerSection))
      const found = section ? search(section, group % groupsPerSection, criteria) : criteria.length === 0 ? -1 : 0
      return unknown > 0 ? found | ((1 << unknown) - 1) : found
    },
  }
}

function search(section: Int32Array, group: number, criteria: BloomCriteria): number {
  let all = -1
  for (let i = 0; i < criteria.length && all !== 0; i++) {
    let any = 0
    for (const [a, b, c] of criteria[i]!)
      any |=
        section[a * groupsPerSection + group]! &
        section[b * groupsPerSection + group]! &
        section[c * groupsPerSection + group]!
    all &= any
  }
  return all
}

const bitOf = (number: number) => 1 << (number % 32)

/** Places of a block's bits in its section. */
function wordsOf(bloom: Uint8Array, number: number): number[] {
  const words: number[] = []
  const group = Math.floor((number % sectionBlocks) / 32)
  for (let byte = 0; byte < bloom.length; byte++) {
    const value = bloom[byte]!
    if (value === 0) continue
    for (let i = 0; i < 8; i++)
      if ((value >> i) & 1) words.push(((bloom.length - 1 - byte) * 8 + i) * groupsPerSection + group)
  }
  return words
}
