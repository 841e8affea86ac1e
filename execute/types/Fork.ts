/** Every fork since the start, oldest first; names as in execution-specs, in camel case. */
export const forks = [
  'frontier',
  'homestead',
  'tangerineWhistle',
  'spuriousDragon',
  'byzantium',
  'constantinople',
  'petersburg',
  'istanbul',
  'muirGlacier',
  'berlin',
  'london',
  'arrowGlacier',
  'grayGlacier',
  'paris',
  'shanghai',
  'cancun',
  'prague',
  'osaka',
  'bpo1',
  'bpo2',
  'bpo3',
  'bpo4',
  'bpo5',
  'amsterdam',
] as const

export type Fork = (typeof forks)[number]

/** When each fork starts, in unix seconds. A fork implies all older ones; `{ osaka: 0 }` is Osaka from genesis. */
export type ForkSchedule = { [fork in Fork]?: number }

/** Blobs per block of a fork (EIP-7840, EIP-7892). */
export type BlobParameters = { target: number; max: number; baseFeeUpdateFraction: number }

export type BlobSchedule = { [fork in Fork]?: BlobParameters }
