import { type ChainConfig, type Common, Mainnet } from '@ethereumjs/common'
import { NativerollError } from '../errors.ts'
import { type BlobParameters, type BlobSchedule, type Fork, type ForkSchedule, forks } from '../types/Fork.ts'
import { defaultBlobSchedule } from './blobSchedule.ts'
import { ForkCommon } from './ForkCommon.ts'

/** Which rules a chain follows when. */
export type ChainRules = {
  chainId: bigint
  /** Oldest first: when each fork starts, in unix seconds or by block number. */
  schedule: readonly { fork: Fork; timestamp: number | undefined; number: number | undefined }[]
  /** EIP-6110: whose logs are validator deposits. */
  depositContract: Uint8Array
  /** `timestamp` in unix seconds; `number` matters only to chains with forks by block number. */
  forkAt(timestamp: bigint, number?: bigint): Fork
  /** EthereumJS' view of the fork at that time; one object per fork, our cryptography injected. */
  common(timestamp: bigint, number?: bigint): Common
  /** The `Common` of a fork, whenever it starts. */
  commonOf(fork: Fork): Common
  /** Whether `fork` has started. */
  isActive(fork: Fork, timestamp: bigint, number?: bigint): boolean
  /** Blobs per block; undefined before Cancun. */
  blobParameters(timestamp: bigint, number?: bigint): BlobParameters | undefined
}

export type ChainRulesOptions = {
  chainId: bigint | number
  /** Unix seconds. @default Osaka from genesis */
  forks?: ForkSchedule
  /** Forks that start at a block number instead (all before Shanghai on chains that old). */
  forkBlocks?: ForkSchedule
  blobSchedule?: BlobSchedule
  /** 20 bytes. @default mainnet's */
  depositContract?: Uint8Array
}

/** The rules of a chain, whose forks must begin at 0. What asks for a time before the first fork throws NO_FORK. */
export function createChainRules(options: ChainRulesOptions): ChainRules {
  const chainId = BigInt(options.chainId)
  const byTime = options.forks ?? { osaka: 0 }
  const byNumber = options.forkBlocks ?? {}
  const blobSchedule = { ...defaultBlobSchedule, ...options.blobSchedule }
  const schedule = forks
    .filter((fork) => byTime[fork] !== undefined || byNumber[fork] !== undefined)
    .map((fork) => ({ fork, timestamp: byTime[fork], number: byNumber[fork] }))
  const newestFirst = schedule.toReversed()
  const places = new Map(forks.map((fork, place) => [fork, place]))
  // The fork whose blob parameters count.
  const blobs = new Map(
    forks.map((fork, place) => [fork, forks.slice(0, place + 1).findLast((one) => blobSchedule[one] !== undefined)]),
  )
  const depositContract = options.depositContract ?? mainnetDepositContract
  const commons = new Map<Fork, Common>()

  function forkAt(timestamp: bigint, number?: bigint): Fork {
    for (const entry of newestFirst) {
      if (entry.timestamp !== undefined && timestamp >= entry.timestamp) return entry.fork
      if (entry.number !== undefined && number !== undefined && number >= entry.number) return entry.fork
    }
    throw new NativerollError('NO_FORK', `No fork has started at time ${timestamp}`, {
      value: timestamp,
      expected: byTime,
      hint: 'Let the fork schedule begin at 0.',
    })
  }

  function commonOf(fork: Fork): Common {
    let common = commons.get(fork)
    if (common === undefined) {
      common = createForkCommon(chainId, fork, blobSchedule, depositContract)
      commons.set(fork, common)
    }
    return common
  }

  return {
    chainId,
    schedule,
    depositContract,
    forkAt,
    commonOf,
    common: (timestamp, number) => commonOf(forkAt(timestamp, number)),
    isActive: (fork, timestamp, number) => places.get(forkAt(timestamp, number))! >= places.get(fork)!,
    blobParameters(timestamp, number) {
      const since = blobs.get(forkAt(timestamp, number))
      return since && blobSchedule[since]
    },
  }
}

const mainnetDepositContract = Buffer.from('00000000219ab540356cbb839cbe05303d7705fa', 'hex')

function createForkCommon(chainId: bigint, fork: Fork, blobs: BlobSchedule, depositContract: Uint8Array): Common {
  // EthereumJS has no entry for the blob forks after BPO2, and cannot do without one for any name in the list.
  const customHardforks: NonNullable<ChainConfig['customHardforks']> = { bpo3: {}, bpo4: {}, bpo5: {} }
  for (const [name, { target, max, baseFeeUpdateFraction }] of Object.entries(blobs)) {
    // EthereumJS reads a fork's blob parameters under these names from BPO1 on, and from the EIPs before.
    if (name.startsWith('bpo'))
      customHardforks[name] = { params: { target, max, blobGasPriceUpdateFraction: baseFeeUpdateFraction } }
  }
  const chain: ChainConfig = {
    ...Mainnet,
    name: `chain ${chainId}`,
    chainId: Number(chainId),
    hardforks: forks.map((name) => ({ name: ethereumjsName(name), block: 0 })),
    customHardforks,
    depositContractAddress: `0x${Buffer.from(depositContract).toString('hex')}`,
  }
  // EIP-7934 is part of Osaka, but not of EthereumJS' list for it.
  const eips = forks.indexOf(fork) >= forks.indexOf('osaka') ? [7934] : []
  return new ForkCommon(chain, ethereumjsName(fork), eips)
}

function ethereumjsName(fork: Fork): string {
  return fork === 'frontier' ? 'chainstart' : fork
}
