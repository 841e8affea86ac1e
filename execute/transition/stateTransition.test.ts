import { RLP } from '@ethereumjs/rlp'
import { describe, expect, test } from 'vitest'
import {
  createChainRules,
  createGenesisBlock,
  decodeBlock,
  type Header,
  hashHeader,
  type SealedBlock,
  stateTransition,
  worldStateFromWitness,
} from '../index.ts'
import { bytesToQuantity } from '../rlp/quantity.ts'
import { bytesOf } from './chain.test-support.ts'
import { executionApisMissing, readGethChain } from './gethChain.test-support.ts'

describe.skipIf(executionApisMissing)(
  `a chain that geth made${executionApisMissing && ` (skipped: ${executionApisMissing})`}`,
  () => {
    test('every block is reproduced from its parent, and statelessly from the witness of that', async () => {
      const { genesis, blocks, depositContract, ...chain } = readGethChain()
      const rules = createChainRules({ ...chain, depositContract: bytesOf(depositContract) })
      const start = createGenesisBlock(genesis, rules)
      let parent: Pick<SealedBlock, 'block' | 'state'> = start
      const headers: Header[] = [start.block.header]
      const getBlockHash = (number: bigint) => {
        const header = headers[Number(number)]
        return header && hashHeader(header)
      }
      for (const bytes of blocks) {
        const [[, , , , , , , , number, , , timestamp]] = RLP.decode(bytes) as unknown as [Uint8Array[]]
        const block = decodeBlock(bytes, rules)
        const label = `block ${bytesToQuantity(number!)}, ${rules.forkAt(bytesToQuantity(timestamp!), block.header.number)}`
        const parentHeader = parent.block.header
        const sealed = await stateTransition({
          rules,
          parent: parentHeader,
          parentState: parent.state,
          block,
          getBlockHash,
          getHeader: (n) => headers[Number(n)],
          recordWitness: true,
        }).catch((error: unknown) => {
          throw Object.assign(new Error(label), { cause: error })
        })
        expect(sealed.state.root, label).toEqual(block.header.stateRoot)

        const witness = sealed.witness!
        const stateless = await stateTransition({
          rules,
          parent: parentHeader,
          parentState: worldStateFromWitness(parentHeader.stateRoot, witness),
          block,
          getBlockHash,
        })
        expect(stateless.state.root, label).toEqual(block.header.stateRoot)
        headers.push(block.header)
        parent = sealed
      }
      expect(parent.block.header.number).toBe(54n)
    })
  },
)
