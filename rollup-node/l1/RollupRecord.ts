import { createListeners } from '../listeners.ts'
import type { HeadTracker } from './HeadTracker.ts'
import type { Posted, RollupContract, SettledHead } from './RollupContract.ts'

/** What L1 knows of the rollup: the settled head and the posted batches beyond it. Only ever read from L1. */
export type RollupRecord = {
  /** Reads what is new up to L1's head. */
  refresh(): Promise<void>
  /** As of the last `refresh`. */
  settled(): SettledHead
  /** Posts of unsettled blocks of ours that hold what they claim, oldest first. */
  posts(): AcceptedPost[]
  /** The newest post that holds block `number`. */
  postOf(number: bigint): AcceptedPost | undefined
  /** Newest block up to which, without a gap, everything is settled or posted. */
  lastPosted(): bigint
  /** After each refresh that changed something. */
  onChange(listener: () => void): () => void
}

export type AcceptedPost = Posted & { slices: BatchSlices }
export type BatchSlices = { payload: Slice; witness: Slice }[]
type Slice = { offset: number; length: number }

export type RollupRecordDeps = {
  contract: RollupContract
  heads: HeadTracker
  /** Where the blocks lie in a post's blobs; `undefined` if these blobs do not hold our blocks (anyone may call `post`). */
  inspect(post: Posted): Promise<BatchSlices | undefined>
  /** Whether the last block of a post is still ours: blocks that are sealed again leave posts behind. */
  isOurs(post: Posted): boolean
}

export function createRollupRecord({ contract, heads, inspect, isOurs }: RollupRecordDeps): RollupRecord {
  const changes = createListeners<void>()
  let settled: SettledHead | undefined
  let posts: AcceptedPost[] = []
  let scanned = -1n
  let reorgs = 0
  let last: Promise<void> = Promise.resolve()

  async function update(): Promise<void> {
    const reorgsBefore = reorgs
    const { number: head } = await heads.refresh()
    const found = head > scanned ? await contract.posted(scanned + 1n, head) : []
    const now = await contract.head()
    const fresh: AcceptedPost[] = []
    for (const post of found) {
      if (post.last <= now.number) continue
      const slices = await inspect(post)
      if (slices !== undefined) fresh.push({ ...post, slices })
    }
    // What was read may be of blocks that are gone by now.
    if (reorgs !== reorgsBefore) return update()
    scanned = head
    posts = [...posts, ...fresh].filter((post) => post.last > now.number)
    const changed = fresh.length > 0 || settled?.blockHash !== now.blockHash
    settled = now
    if (changed) changes.emit()
  }

  let highest = -1n
  heads.onBlock(({ number }) => {
    if (number <= highest) reorgs++
    highest = number
    if (number > scanned) return
    scanned = number - 1n
    posts = posts.filter((post) => post.l1Block < number)
  })

  const record: RollupRecord = {
    refresh() {
      const result = last.then(update)
      last = result.catch(() => {})
      return result
    },
    settled: () => settled!,
    posts: () => posts.filter(isOurs),
    postOf: (number) => posts.findLast((post) => post.first <= number && number <= post.last && isOurs(post)),
    lastPosted() {
      let number = settled!.number
      for (let post = record.postOf(number + 1n); post !== undefined; post = record.postOf(number + 1n))
        number = post.last
      return number
    },
    onChange: changes.add,
  }
  return record
}
