import type { EVM } from '@ethereumjs/evm'
import type { TypedTransaction } from '@ethereumjs/tx'
import type { BlockLevelAccessList } from '@ethereumjs/util'
import { createVM, runTx } from '@ethereumjs/vm'
import { evmCurves } from '../../execute/crypto/curves/curves.ts'
import { CorrectedAccessList } from '../../execute/evm/CorrectedAccessList.test-support.ts'
import { hastenPrecompiles } from '../../execute/evm/hastenPrecompiles.ts'
import type { ChainRules, Header, WorldState } from '../../execute/index.ts'
import { addToOutput } from '../../execute/transition/addToOutput.ts'
import { beginBody, endBody } from '../../execute/transition/applyBody.ts'
import { type BlockEnvironment, createBlockEnvironment } from '../../execute/transition/BlockEnvironment.ts'
import { type BlockOutput, emptyBlockOutput } from '../../execute/transition/BlockOutput.ts'
import { CorrectedEvm } from '../../execute/transition/CorrectedEvm.ts'
import { checkTransaction } from '../../execute/transition/checkTransaction.ts'
import { createWitnessRecorder } from '../../execute/witness/createWitnessRecorder.ts'

const systemAddress = '0xfffffffffffffffffffffffffffffffffffffffe'

/** What a block comes to whose transactions EthereumJS' `runTx` executes, with its own EVM, corrected, and its own block access list. */
export async function runOnEthereumJs(
  transactions: TypedTransaction[],
  { rules, header, parentState }: { rules: ChainRules; header: Header; parentState: WorldState },
) {
  const recorder = createWitnessRecorder()
  const getBlockHash = (number: bigint) => (number === header.number - 1n ? header.parentHash : new Uint8Array(32))
  const env = await createBlockEnvironment({ rules, header, parentState, recorder, getBlockHash })
  const accessList = new CorrectedAccessList()
  const { common, state: stateManager } = env
  const { blockchain } = env.evm
  env.evm = new CorrectedEvm({ ...evmCurves, common, stateManager, blockchain, blockLevelAccessList: accessList })
  hastenPrecompiles(env.evm.precompiles)
  listWhatPersists(env.evm, accessList)
  const output = emptyBlockOutput()
  const asSystem = async (run: () => Promise<void>) => {
    const listed = accessList.accesses[systemAddress]
    await run()
    if (listed === undefined) delete accessList.accesses[systemAddress]
  }
  await asSystem(() => beginBody(env))
  for (const [index, transaction] of transactions.entries()) {
    accessList.blockAccessIndex = index + 1
    await runTransaction(env, output, transaction)
  }
  await asSystem(() => endBody(env, output, { withdrawals: [], ommers: [] }))
  const state = env.state.finish()
  return {
    output,
    root: state.root,
    accessList: accessList.serialize(),
    nodes: recorder.state(),
    codes: recorder.codes(),
  }
}

/**
 * EIP-7928: what is undone is not listed. When a transaction's gas does not suffice until its call begins, EthereumJS undoes
 * its delegations in the state alone: the second of `runTx`' checkpoints. Here the list has it too.
 */
function listWhatPersists({ journal }: EVM, accessList: BlockLevelAccessList): void {
  const { checkpoint, commit, revert } = journal
  let depth = 0
  Object.assign(journal, {
    checkpoint: () => {
      if (++depth === 2) accessList.checkpoint()
      return checkpoint.call(journal)
    },
    commit: () => {
      if (depth-- === 2) accessList.commit()
      return commit.call(journal)
    },
    revert: () => {
      if (depth-- === 2) accessList.revert()
      return revert.call(journal)
    },
  })
}

async function runTransaction(env: BlockEnvironment, output: BlockOutput, tx: TypedTransaction): Promise<void> {
  env.state.beginAttempt()
  const sender = await checkTransaction(env, output, tx)
  const vm = await createVM({ common: env.common, stateManager: env.state, evm: env.evm })
  const { receipt: _, ...result } = await runTx(vm, { tx, block: env.block, blockGasUsed: output.cumulativeGasUsed })
  addToOutput(env, output, tx, sender, result)
}
