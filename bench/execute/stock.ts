import { type Block, createBlockFromRLP } from '@ethereumjs/block'
import { createCustomCommon, Hardfork, Mainnet } from '@ethereumjs/common'
import { createTxFromRLP } from '@ethereumjs/tx'
import { Account, Address, hexToBytes } from '@ethereumjs/util'
import { buildBlock, createVM, runBlock, type VM } from '@ethereumjs/vm'
import { chainId, type World, word } from './World.ts'

/** The peer: `@ethereumjs/vm` as `createVM` makes it, but for the chain's id and fork. */
export type Stock = {
  execute(block: Uint8Array): Promise<void>
  build(transactions: Uint8Array[]): Promise<void>
}

export async function createStock(world: World, parent: Uint8Array): Promise<Stock> {
  // Common copies what it is given for each transaction; the blob parameters of a fork are in its own tables.
  const hardfork = world.fork === 'amsterdam' ? Hardfork.Amsterdam : Hardfork.Osaka
  const common = createCustomCommon({ chainId }, Mainnet, { hardfork })
  const vm = await createVM({ common })
  await fill(vm, world)
  const root = await vm.stateManager.getStateRoot()
  if (Buffer.compare(root, world.parent.stateRoot) !== 0) throw new Error('stock EthereumJS has another genesis state')
  const parentBlock = decode(parent)

  function decode(bytes: Uint8Array): Block {
    return createBlockFromRLP(bytes, { common, skipConsensusFormatValidation: true })
  }

  return {
    async execute(bytes) {
      await runBlock(vm, { block: decode(bytes), root, skipHeaderValidation: true })
    },
    async build(transactions) {
      await vm.stateManager.setStateRoot(root)
      const { attributes } = world
      const builder = await buildBlock(vm, {
        parentBlock,
        headerData: {
          timestamp: attributes.timestamp,
          gasLimit: attributes.gasLimit,
          coinbase: new Address(attributes.suggestedFeeRecipient),
          mixHash: attributes.prevRandao,
          parentBeaconBlockRoot: attributes.parentBeaconBlockRoot,
        },
        withdrawals: [],
        blockOpts: { putBlockIntoBlockchain: false },
      })
      for (const bytes of transactions) await builder.addTransaction(createTxFromRLP(bytes, { common }))
      await builder.build()
    },
  }
}

async function fill(vm: VM, { alloc }: World): Promise<void> {
  const { stateManager } = vm
  await stateManager.checkpoint()
  for (const [hex, { balance = 0n, nonce = 0n, code, storage = {} }] of Object.entries(alloc)) {
    const address = new Address(hexToBytes(hex as `0x${string}`))
    await stateManager.putAccount(address, new Account(nonce, balance))
    if (code !== undefined) await stateManager.putCode(address, hexToBytes(code))
    for (const [slot, value] of Object.entries(storage))
      await stateManager.putStorage(address, hexToBytes(`0x${word(slot)}`), trimmed(value))
  }
  await stateManager.commit()
}

function trimmed(value: string): Uint8Array {
  const digits = value.slice(2).replace(/^(00)+/, '')
  return hexToBytes(`0x${digits}`)
}
