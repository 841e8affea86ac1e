import { join } from 'node:path'
import { createChainRules, createGenesisBlock, type GenesisAlloc, type SealedBlock } from '../execute/index.ts'
import type { Backend } from './Backend.ts'
import { createBlobStore } from './blobs/BlobStore.ts'
import { createBeaconRoutes } from './blobs/beaconRoutes.ts'
import { createBlobMethods } from './blobs/blobMethods.ts'
import { createKzg } from './blobs/Kzg.ts'
import type { ExecutionNode, ExecutionNodeDeps, ExecutionNodeOptions } from './ExecutionNode.ts'
import { createFilterMethods } from './filters/filterMethods.ts'
import { createSubscriptionMethods } from './filters/subscriptionMethods.ts'
import { createHeadState } from './headState.ts'
import { fromHex } from './hex.ts'
import { createImpersonation } from './Impersonation.ts'
import { createBlockImporter } from './importBlock.ts'
import { createKeyring } from './Keyring.ts'
import { createListeners } from './listeners.ts'
import { nextBlockFees } from './nextBlockFees.ts'
import { keepPool } from './pool/keepPool.ts'
import { createTransactionPool } from './pool/TransactionPool.ts'
import { createBlockProducer } from './production/BlockProducer.ts'
import { createInclusions } from './production/Inclusions.ts'
import { createMiningLoop } from './production/miningLoop.ts'
import { createMethods } from './rpc/createMethods.ts'
import { blobBodyBytes, defaultRpcLimits } from './rpc/limits.ts'
import { readyRoute } from './rpc/readyRoute.ts'
import { createRouter } from './rpc/router.ts'
import { createRpcServer } from './rpc/server.ts'
import { createSerialQueue } from './serialQueue.ts'
import { createBloomIndex } from './store/BloomIndex.ts'
import { createChainStore } from './store/ChainStore.ts'
import { chainIdentity } from './store/chainIdentity.ts'
import { heightOf } from './store/heightOf.ts'
import { openArchive } from './store/openArchive.ts'
import { createPreimages } from './store/Preimages.ts'

/** EIP-2935's window, and two hours and a quarter of one-second slots. */
const defaultHistoryBlocks = 8192
const defaultRetentionBlocks = 131_072
/** A day and a half of one-second slots. */
const defaultKeptBlocks = 131_072

/** An Ethereum execution client without a consensus client: told what to build on, it makes blocks and serves them. */
export async function createExecutionNode(
  options: ExecutionNodeOptions,
  { clock, logger }: ExecutionNodeDeps,
): Promise<ExecutionNode> {
  const { name, chainId } = options
  const rules = createChainRules({
    chainId,
    forks: options.forks,
    ...(options.forkBlocks && { forkBlocks: options.forkBlocks }),
    ...(options.blobSchedule && { blobSchedule: options.blobSchedule }),
    ...(options.depositContract && { depositContract: fromHex(options.depositContract) }),
  })
  const preimages = options.dumps ? createPreimages() : undefined
  const genesis: SealedBlock = { ...createGenesisBlock(options.genesis, rules, preimages), receipts: [], requests: [] }
  const archive =
    options.stateDir === undefined
      ? undefined
      : await openArchive(
          { directory: options.stateDir, name, rules, identity: chainIdentity(options, genesis.hash), preimages },
          genesis,
        )
  const store = createChainStore(genesis, {
    historyBlocks: options.historyBlocks ?? (archive ? Number.POSITIVE_INFINITY : defaultHistoryBlocks),
    keptBlocks: options.keptBlocks ?? (archive ? Number.POSITIVE_INFINITY : defaultKeptBlocks),
    ...(archive && { archive }),
  })
  const blooms = createBloomIndex(heightOf(store.head()))
  store.onHeadChange((change) => blooms.follow(change, store.oldestBlock()))
  const serial = createSerialQueue()
  const headState = createHeadState(store, serial)
  const fees = () => ({
    ...nextBlockFees(rules, store.head().block.header, producer.nextTimestamp()),
    ...(producer.next.baseFeePerGas !== undefined && { baseFee: producer.next.baseFeePerGas }),
  })
  clock.observe(Number(store.head().block.header.timestamp))

  const blobs = options.blobs
    ? {
        store: createBlobStore({
          retentionBlocks: options.blobs.retentionBlocks ?? defaultRetentionBlocks,
          ...(archive && { archive: archive.blobs, head: store.head().block.header.number }),
        }),
        kzg: createKzg(),
      }
    : undefined
  const precompiles = options.precompiles?.((hash, context) => blobs?.store.read(hash, context)) ?? []
  const pool = createTransactionPool(
    { name, types: options.transactionTypes ?? (blobs ? [0, 1, 2, 3, 4] : [0, 1, 2, 4]) },
    {
      head: store.head,
      state: headState.current,
      fees,
      holdBlobs: (versionedHashes) => blobs?.store.holdAgain(versionedHashes) ?? false,
    },
  )
  const limits = { ...defaultRpcLimits, ...(blobs && { bodyBytes: blobBodyBytes }), ...options.rpc }
  const shared = {
    name,
    chainId,
    rules,
    store,
    blooms,
    pool,
    precompiles,
    clock,
    headState,
    fees,
    impersonation: createImpersonation(),
    limits,
    genesisContracts: contractsIn(options.genesis.alloc),
    attributes: options.attributes,
    ...(blobs && { blobs }),
  }
  const producer = createBlockProducer(
    {
      attributes: options.attributes,
      payloadBytes: options.limits?.payloadBytes ?? Number.POSITIVE_INFINITY,
      acceptsRequests: options.limits?.requests ?? true,
      recordWitness: options.recordWitness ?? false,
    },
    { ...shared, serial, logger },
  )
  const drained = createListeners<void>()
  const loop = createMiningLoop(options.mining, {
    seal: producer.seal,
    sealPending: producer.sealPending,
    onTransaction: pool.onTransaction,
    onDrained: () => drained.emit(),
    logger,
  })
  const backend: Backend = { ...shared, producer, loop }

  if (blobs) store.onCommit(blobs.store.follow)
  store.onHeadChange(pool.onHeadChange)
  pool.onLeft(({ transaction }) => {
    if ('blobVersionedHashes' in transaction) blobs?.store.release(transaction.blobVersionedHashes)
  })

  const endJournal = options.stateDir ? keepPool(join(options.stateDir, 'pool'), backend, logger) : undefined

  const router = createRouter({
    ...createMethods(backend, {
      keyring: createKeyring(options.privateKeys ?? []),
      inclusions: createInclusions(store, pool),
    }),
    ...createFilterMethods(backend, limits),
    ...createSubscriptionMethods(backend, limits),
    ...(blobs && createBlobMethods({ blobs: blobs.store, store, pool })),
    ...options.methods,
  })
  const server = createRpcServer({
    name,
    routers: { '/': router },
    routes: {
      '/ready': readyRoute,
      ...(blobs && createBeaconRoutes({ store, blobs: blobs.store, kzg: blobs.kzg, chainId })),
    },
    limits,
  })

  /** The chain goes on: what follows it must not be able to stop it. */
  function tell(listener: (block: SealedBlock) => void, block: SealedBlock): void {
    try {
      listener(block)
    } catch (error) {
      logger.error({ error }, 'a block listener failed')
    }
  }

  return {
    name,
    chainId,
    genesis,
    request: ({ method, params }) => router.dispatch(method, params),
    head: store.head,
    blockByNumber: store.blockByNumber,
    blockByHash: store.blockByHash,
    setForkchoice: store.setForkchoice,
    seal: producer.seal,
    reseal: producer.reseal,
    ...createBlockImporter(backend, serial, { recordWitness: options.recordWitness ?? false }),
    onBlock: (listener) =>
      store.onHeadChange(({ added }) => {
        for (const block of added) tell(listener, block)
      }),
    onHead: (listener) => store.onHeadChange(() => tell(listener, store.head())),
    onTransaction: pool.onTransaction,
    onPoolDrained: drained.add,
    listen: server.listen,
    start: loop.start,
    async close() {
      await loop.stop()
      await server.close()
      endJournal?.()
      blobs?.kzg.close()
      await store.close()
    },
  }
}

function contractsIn(alloc: GenesisAlloc): Set<string> {
  const contracts = Object.entries(alloc).filter(([, { code }]) => code !== undefined && code !== '0x')
  return new Set(contracts.map(([address]) => address.toLowerCase()))
}
