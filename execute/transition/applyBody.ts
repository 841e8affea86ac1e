import type { Withdrawal } from '../types/Block.ts'
import type { Header } from '../types/Header.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { systemContracts } from './constants.ts'
import { credit } from './credit.ts'
import { writeMeters } from './gasMeter.ts'
import { processUncheckedSystemTransaction } from './processSystemTransaction.ts'
import { processGeneralPurposeRequests } from './requests.ts'

const weiPerGwei = 1_000_000_000n

/** What happens before the first transaction (execution-specs `apply_body`): EIP-4788, then EIP-2935. */
export async function beginBody(env: BlockEnvironment): Promise<void> {
  const { header, common } = env
  if (common.isActivatedEIP(4788)) {
    await processUncheckedSystemTransaction(env, systemContracts.beaconRoots, header.parentBeaconBlockRoot!)
  }
  if (common.isActivatedEIP(2935))
    await processUncheckedSystemTransaction(env, systemContracts.historyStorage, header.parentHash)
}

/** What happens after the last transaction: withdrawals, requests, markets of precompiles; before the merge the reward of the miner. */
export async function endBody(
  env: BlockEnvironment,
  output: BlockOutput,
  body: { withdrawals?: Withdrawal[]; ommers: Header[] },
): Promise<void> {
  const { common, evm } = env
  if (common.isActivatedEIP(7928)) evm.blockLevelAccessList!.blockAccessIndex = output.receipts.length + 1
  if (common.consensusType() === 'pow') await payRewards(env, body.ommers)
  for (const { address, amount } of body.withdrawals ?? []) await credit(env, address, amount * weiPerGwei)
  if (common.isActivatedEIP(7685) || common.isActivatedEIP(7002)) await processGeneralPurposeRequests(env, output)
  await writeMeters(env)
  await evm.journal.cleanup()
}

/** execution-specs `pay_rewards`, up to Gray Glacier. */
async function payRewards(env: BlockEnvironment, ommers: Header[]): Promise<void> {
  const reward = env.common.param('minerReward')
  for (const ommer of ommers) await credit(env, ommer.coinbase, (reward * (8n + ommer.number - env.header.number)) / 8n)
  await credit(env, env.header.coinbase, reward + (reward / 32n) * BigInt(ommers.length))
}
