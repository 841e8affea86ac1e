import { bytesToHex, type Hex } from 'viem'
import type { Logger } from '../../chain/index.ts'
import type { AgreementParts } from './Agreement.ts'

type Parts = Pick<AgreementParts, 'node' | 'contract' | 'heads' | 'anchors'>

/**
 * A block whose anchor L1 has lost can never be settled, nor can any block after it. These are sealed again, with the same
 * transactions in the same order, on L1's new head.
 */
export async function reanchor(parts: Parts, { logger }: { logger: Logger }): Promise<void> {
  const { node, heads } = parts
  const first = await firstLost(parts)
  if (first === undefined) return
  const last = node.head().block.header.number
  await node.reseal(first)
  logger.warn({ first: Number(first), last: Number(last), l1Block: Number(heads.latest().number) }, 'blocks.reanchored')
}

async function firstLost({ node, contract, anchors }: Parts): Promise<bigint | undefined> {
  const settled = await contract.head()
  const known = new Map<Hex, boolean>()
  for (let number = settled.number + 1n; ; number++) {
    const anchor = node.blockByNumber(number)?.block.header.parentBeaconBlockRoot
    if (anchor === undefined) return undefined
    const key = bytesToHex(anchor)
    const canonical = known.get(key) ?? (await anchors.isCanonical(anchor))
    if (!canonical) return number
    known.set(key, canonical)
  }
}
