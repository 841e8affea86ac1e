import { gunzipSync, gzipSync } from 'node:zlib'
import type { Backend } from '../../../Backend.ts'
import { toHex } from '../../../hex.ts'
import { bool, bytes, optional, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { encodeDump } from './encodeDump.ts'
import { readDump } from './readDump.ts'

/** The state as anvil writes and reads it: gzipped JSON. Blocks and receipts are not in it, for no other chain can build on them. */
export function createDumpMethods({ store, headState, pool, genesisContracts }: Backend): RpcMethods {
  return {
    async dumpState(params) {
      readParameters(params, { preserveHistoricalStates: optional(bool) })
      const state = headState.current()
      if (state.preimages === undefined) {
        throw new RpcError(
          rpcCodes.methodNotSupported,
          'this chain cannot be dumped: dump L1, or use a state directory',
        )
      }
      return toHex(gzipSync(JSON.stringify(encodeDump(store.head(), state))))
    },
    /** Accounts take the dump's balance, code and slots, and the higher nonce; contracts of this chain's genesis stay. */
    async loadState(params) {
      const { dump } = readParameters(params, { dump: bytes })
      const state = headState.current()
      const overrides = readDump(unpacked(dump)).filter(({ address }) => !genesisContracts.has(toHex(address)))
      for (const { address, account } of overrides) {
        const nonce = state.getAccount(address)?.nonce ?? 0n
        if (nonce > account.nonce) account.nonce = nonce
      }
      await headState.amend(overrides)
      pool.onAmended()
      return true
    },
  }
}

function unpacked(dump: Uint8Array): string {
  try {
    const isZipped = dump[0] === 0x1f && dump[1] === 0x8b
    return Buffer.from(isZipped ? gunzipSync(dump, { maxOutputLength: mostUnpacked }) : dump).toString()
  } catch (cause) {
    throw new RpcError(rpcCodes.invalidParams, 'invalid argument 0 (dump): it is not gzipped JSON', { cause })
  }
}

/** Bytes: a small dump must not fill the memory. */
const mostUnpacked = 512 * 2 ** 20
