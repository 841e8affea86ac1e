import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex, toQuantity } from '../../../hex.ts'
import { type BlockIdentifier, blockIdentifier, withPending } from '../../blockIdentifier.ts'
import { address, list, Mismatch, optional, type Parser, readParameters, recordOf, slot } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { stateAt } from '../../stateAt.ts'

/** Storage keys in one proof; each costs a walk down the trie. */
const maxProofKeys = 1024

/** Accounts, code and storage at any block whose state is kept. */
export function createStateMethods(backend: Backend): RpcMethods {
  const block = optional(blockIdentifier, 'latest' as const)
  const stateOf = async (id: BlockIdentifier) => stateAt(backend, await withPending(backend, id)).state

  return {
    async eth_getBalance(params) {
      const read = readParameters(params, { address, block })
      return toQuantity((await stateOf(read.block)).getAccount(fromHex(read.address))?.balance ?? 0n)
    },
    async eth_getTransactionCount(params) {
      const read = readParameters(params, { address, block })
      if (read.block === 'pending') return toQuantity(backend.pool.nextNonce(read.address))
      return toQuantity((await stateOf(read.block)).getAccount(fromHex(read.address))?.nonce ?? 0n)
    },
    async eth_getCode(params) {
      const read = readParameters(params, { address, block })
      return toHex((await stateOf(read.block)).getCode(fromHex(read.address)))
    },
    async eth_getAccount(params) {
      const read = readParameters(params, { address, block })
      const { balance, nonce, codeHash, storageHash } = (await stateOf(read.block)).prove(fromHex(read.address), [])
      return {
        balance: toQuantity(balance),
        nonce: toQuantity(nonce),
        codeHash: toHex(codeHash),
        storageRoot: toHex(storageHash),
      }
    },
    async eth_getAccountInfo(params) {
      const read = readParameters(params, { address, block })
      const state = await stateOf(read.block)
      const account = state.getAccount(fromHex(read.address))
      return {
        balance: toQuantity(account?.balance ?? 0n),
        nonce: toQuantity(account?.nonce ?? 0n),
        code: toHex(state.getCode(fromHex(read.address))),
      }
    },
    async eth_getStorageAt(params) {
      const read = readParameters(params, { address, slot, block })
      return toHex((await stateOf(read.block)).getStorage(fromHex(read.address), read.slot))
    },
    async eth_getStorageValues(params) {
      const read = readParameters(params, { slots: recordOf(address, list(slot)), block })
      if (read.slots.length === 0) throw new RpcError(rpcCodes.invalidParams, 'empty request')
      const state = await stateOf(read.block)
      return Object.fromEntries(
        read.slots.map(([at, slots]) => [at, slots.map((wanted) => toHex(state.getStorage(fromHex(at), wanted)))]),
      )
    },
    async eth_getProof(params) {
      const read = readParameters(params, { address, slots: list(proofKey), block })
      if (read.slots.length > maxProofKeys) {
        throw new RpcError(rpcCodes.invalidParams, `too many keys: ${read.slots.length}, limit ${maxProofKeys}`)
      }
      const state = await stateOf(read.block)
      const proof = state.prove(
        fromHex(read.address),
        read.slots.map((key) => key.bytes),
      )
      return {
        address: read.address,
        accountProof: proof.accountProof.map(toHex),
        balance: toQuantity(proof.balance),
        codeHash: toHex(proof.codeHash),
        nonce: toQuantity(proof.nonce),
        storageHash: toHex(proof.storageHash),
        storageProof: proof.storageProof.map((item, i) => ({
          key: read.slots[i]!.asked,
          value: item.value.length === 0 ? '0x0' : toQuantity(BigInt(toHex(item.value))),
          proof: item.proof.map(toHex),
        })),
      }
    },
  }
}

/** As geth does, a proof names its key as it was asked for: 32 bytes stay 32 bytes, anything shorter is a quantity. */
const proofKey: Parser<{ asked: string; bytes: Uint8Array }> = (value) => {
  const key = slot(value)
  if (typeof value !== 'string') throw new Mismatch('a 0x-prefixed storage key', value)
  return { asked: value.length === 66 ? value.toLowerCase() : toQuantity(BigInt(toHex(key))), bytes: key }
}
