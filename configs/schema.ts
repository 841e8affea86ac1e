import { z } from 'zod'

const port = z.int('a whole number from 0 to 65535').min(0).max(65_535)
const seconds = z.number().positive().max(86_400)
const chainId = z.int().min(1).max(4_294_967_295)

/** `auto`: every block as soon as L1 takes it. `manual`: only on `nativeroll advance`. `{ interval }`: every so many seconds. */
const settle = z.union([z.enum(['auto', 'manual']), z.strictObject({ interval: seconds })])

const executeMarket = z.strictObject({
  market: z
    .strictObject({
      /** Most L2 gas that all EXECUTE calls of an L1 block take together. @default 30_000_000 */
      limit: z.int().min(1_000_000).max(1_000_000_000).default(30_000_000),
      /** L2 gas per L1 block at which the price stays as it is. @default half of `limit` */
      target: z.int().min(1).optional(),
      /** L1 gas that 1,000 L2 gas cost at the least. @default 100 */
      minPrice: z.int().min(1).max(1_000_000).default(100),
    })
    .refine(({ limit, target }) => target === undefined || target < limit, {
      path: ['target'],
      error: 'less than the limit',
    }),
})

const l1 = z.strictObject({
  /** Chain id of L1. @default 900 */
  chainId: chainId.default(900),
  /** Port of L1's JSON-RPC over HTTP and WebSocket; 0 takes any free one. @default 8545 */
  port: port.default(8545),
  /** Length of a slot, in seconds: L1 seals one block each. @default 1 */
  slot: seconds.default(1),
  /** Gas limit of every L1 block. @default 60_000_000 */
  gasLimit: z.int().min(30_000_000).max(1_000_000_000).default(60_000_000),
  /**
   * What a successful EXECUTE costs beside 16 gas for each byte of input. `reserve`: the caller must hold the payload's gas
   * limit, and pays its gas used. `gas_limit`, `gas_used`: holds and pays that. `market`, or `{ market: { … } }`: as
   * `reserve`, at a price that moves with each block's use, and so much in a block only. @default 'reserve'
   */
  executeGas: z.union([z.enum(['reserve', 'gas_limit', 'gas_used', 'market']), executeMarket]).default('reserve'),
  /** When every chain goes from Osaka to Amsterdam, in unix seconds; 0 begins with it. @default never */
  amsterdam: z.int().min(0).optional(),
  /** File with accounts for a new L1: what `dumpState` or anvil has written. @default none */
  loadState: z.string().min(1).optional(),
  /** File that L1's accounts are written to when it stops, as JSON that anvil reads too. @default none */
  dumpState: z.string().min(1).optional(),
  /** Both: loaded if it exists, and written. @default none */
  state: z.string().min(1).optional(),
})

/** What one rollup may set, and what `rollup` sets for all of them. */
const rollupOptions = {
  /** Time between blocks, in seconds; 0 seals as soon as transactions wait. @default 0 */
  blockTime: z.number().min(0).max(86_400),
  /** When blocks are settled on L1. @default 'auto' */
  settle,
  /** Gas limit of every block. One block must fit in one L1 transaction (EIP-7825). @default 10_000_000 */
  gasLimit: z.int().min(1_000_000).max(15_000_000),
  /** Kind of proof in blob sidecars: `blob` (one per blob) or `cell` (EIP-7594, 128 per blob, slower to make). @default 'blob' */
  blobSidecar: z.enum(['blob', 'cell']),
}

const rollup = z.strictObject({
  /** Name in URLs, logs and commands. @default 'r1', 'r2', … */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  /** Chain id. @default `rollup.chainId` plus the rollup's place in the list */
  chainId,
  /** Port of its JSON-RPC. @default `rollup.port` plus the rollup's place in the list */
  port,
  ...rollupOptions,
})

/** What one client may ask of a chain. Every field is optional: what is left out keeps the node's own limit. */
const rpc = z
  .strictObject({
    /** Gas of all calls of one `eth_call`, `eth_estimateGas`, `eth_simulateV1` or traced call. @default 50_000_000 */
    callGas: z.int().min(21_000),
    /** Requests in one batch. @default 1000 */
    batchSize: z.int().min(1),
    /** Open WebSocket connections. @default 1000 */
    connections: z.int().min(1),
    /** Subscriptions of one WebSocket connection. @default 1000 */
    subscriptions: z.int().min(1),
    /** Filters (`eth_newFilter`) at one time. @default 10_000 */
    filters: z.int().min(1),
    /** Blocks of one query for logs. @default the whole chain */
    logBlocks: z.int().min(1),
    /** Logs in one answer. @default 100_000 */
    logResults: z.int().min(1),
    /** Bytes, about, of the answer to one request for traces. @default 200_000_000 */
    traceBytes: z.int().min(1_000),
    /** Time for one request for traces, in milliseconds. @default 60_000 */
    traceTime: z.int().min(1),
  })
  .partial()

/** The whole of `nativeroll.config.ts`. Unknown keys are errors. */
export const userConfigSchema = z.strictObject({
  /** Name of the session: the folder under `.nativeroll/`. @default 'default' */
  session: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .default('default'),
  /**
   * Folder that keeps all chains, each in its own subfolder: a devnet started with it again goes on where it ended, however
   * it ended. Without it the chains end with their process. @default none
   */
  stateDir: z.string().min(1).optional(),
  /** Blocks below the head whose state can be asked for; older states go, from `stateDir` too. @default 8192; with `stateDir` all */
  historyBlocks: z.int().min(0).optional(),
  /**
   * Blocks below the head that every chain keeps at the least, with receipts and logs; older ones go once they are finalized,
   * so that a devnet left running does not grow. @default 131072; with `stateDir` all
   */
  keptBlocks: z.int().min(256).optional(),
  /** Address that every server listens on. @default '127.0.0.1' */
  host: z.string().min(1).default('127.0.0.1'),
  /** Names in `Host` headers that are served beside IP addresses and localhost; `*` serves all. @default [] */
  allowedHosts: z.array(z.string().min(1)).default([]),
  /** Web origins that may call beside those on this machine; `*` admits all. @default [] */
  allowedOrigins: z.array(z.string().min(1)).default([]),
  /** `inline`: all chains in one process. `process`: each part in its own. `docker`: in a container. @default 'inline' */
  provider: z.enum(['inline', 'process', 'docker']).default('inline'),
  /** For the provider `docker`. */
  docker: z
    .strictObject({
      /** Image of every part, which the engine must have. @default `nativeroll:<version of this package>` */
      image: z.string().min(1).optional(),
    })
    .prefault({}),
  /** Time to become ready, in seconds. @default 30 */
  timeout: seconds.default(30),
  l1: l1.prefault({}),
  /** What all rollups share unless they say otherwise. */
  rollup: z
    .strictObject({
      /** Chain id of the first rollup. @default 901 */
      chainId: chainId.default(901),
      /** Port of the first rollup, the next ones follow; 0 takes any free ones. @default 9545 */
      port: port.default(9545),
      blockTime: rollupOptions.blockTime.default(0),
      settle: settle.default('auto'),
      gasLimit: rollupOptions.gasLimit.default(10_000_000),
      blobSidecar: rollupOptions.blobSidecar.default('blob'),
    })
    .prefault({}),
  /** How many rollups, or each one's own settings. @default 2 */
  rollups: z.union([z.int().min(0).max(64), z.array(rollup.partial()).max(64)]).default(2),
  /** Whether the relayer delivers messages by itself. @default true */
  relayer: z.boolean().default(true),
  control: z
    .strictObject({
      /** Port of the control server; 0 takes any free one. @default 8420 */
      port: port.default(8420),
    })
    .prefault({}),
  rpc: rpc.prefault({}),
  log: z
    .strictObject({
      /** Least severity that is written. @default 'info' */
      level: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
      /** @default 'text' */
      format: z.enum(['text', 'json']).default('text'),
    })
    .prefault({}),
})

/** What a user may write: every field is optional. */
export type UserConfig = z.input<typeof userConfigSchema>
export type RollupConfig = Readonly<z.output<typeof rollup>>
export type Settle = z.output<typeof settle>

type DeepReadonly<T> = T extends object ? { readonly [key in keyof T]: DeepReadonly<T[key]> } : T

/** What the devnet runs on: complete, checked and frozen. `rollups` holds every rollup in full. */
export type DevnetConfig = DeepReadonly<
  Omit<z.output<typeof userConfigSchema>, 'rollups' | 'rollup'> & { rollups: z.output<typeof rollup>[] }
>
