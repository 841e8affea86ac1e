import { RLP } from '@ethereumjs/rlp'
import { keccak256 } from '../crypto/keccak256.ts'
import { encodeWithdrawal } from '../rlp/block.ts'
import { headerToList } from '../rlp/header.ts'
import { encodeReceipt } from '../rlp/receipt.ts'
import { encodeTransaction } from '../rlp/transaction.ts'
import { orderedRoot } from '../trie/orderedRoot.ts'
import type { Block } from '../types/Block.ts'
import type { Header } from '../types/Header.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { combineBlooms } from './logsBloom.ts'
import { computeRequestsHash } from './requests.ts'

/** The block's header with every field that follows from executing its body, as execution found it. */
export function sealedHeader(
  env: BlockEnvironment,
  output: BlockOutput,
  state: WorldState,
  body: Omit<Block, 'header'>,
): Header {
  const header: Header = {
    ...env.header,
    ommersHash: keccak256(RLP.encode(body.ommers.map(headerToList))),
    stateRoot: state.root,
    transactionsRoot: orderedRoot(body.transactions.map(encodeTransaction)),
    receiptsRoot: orderedRoot(output.receipts.map(encodeReceipt)),
    logsBloom: combineBlooms(output.receipts.map(({ logsBloom }) => logsBloom)),
    gasUsed: output.blockGasUsed,
  }
  if (body.withdrawals !== undefined) header.withdrawalsRoot = orderedRoot(body.withdrawals.map(encodeWithdrawal))
  if (env.common.isActivatedEIP(4844)) header.blobGasUsed = output.blobGasUsed
  if (env.common.isActivatedEIP(7685)) header.requestsHash = computeRequestsHash(output.requests)
  if (env.common.isActivatedEIP(7928)) header.blockAccessListHash = env.evm.blockLevelAccessList!.hash()
  return header
}
