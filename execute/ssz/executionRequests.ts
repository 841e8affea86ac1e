import { NativerollError } from '../errors.ts'
import { decode, encode } from './Codec.ts'
import { type SchemaId, schemaIds, schemaOf } from './schemas.ts'
import type { ExecutionRequests } from './types.ts'

// EIP-7685: a request list is `type ‖ data`, and the data of every type is the SSZ encoding of its list.

/** The requests of a block, `type ‖ data` in order of type and without empty ones. */
export function requestsToList(requests: ExecutionRequests): Uint8Array[] {
  return schemaOf(schemaIds.amsterdam)
    .requestLists.map(({ name, codec }, type) => typed(type, encode(codec, requests[name] ?? [])))
    .filter((request) => request.length > 1)
}

/** Data of any length: as the arguments of one call it would not fit the stack. */
function typed(type: number, data: Uint8Array): Uint8Array {
  const request = new Uint8Array(1 + data.length)
  request[0] = type
  request.set(data, 1)
  return request
}

/** @throws NativerollError `UNKNOWN_REQUEST_TYPE`, MalformedInput */
export function requestsFromList(list: readonly Uint8Array[], schemaId: SchemaId): ExecutionRequests {
  const { requestLists } = schemaOf(schemaId)
  const requests = Object.fromEntries(requestLists.map(({ name }) => [name, [] as unknown[]]))
  for (const request of list) {
    const known = requestLists[request[0] ?? requestLists.length]
    if (known === undefined) {
      throw new NativerollError('UNKNOWN_REQUEST_TYPE', `Request type ${request[0]} does not exist in this fork`, {
        value: request[0],
        expected: `0 to ${requestLists.length - 1}`,
      })
    }
    requests[known.name] = decode(known.codec, request.subarray(1), known.name)
  }
  return requests as ExecutionRequests
}
