import { createJsonBytes, isWritable } from './encoding/JsonBytes.ts'
import type { RpcLimits } from './limits.ts'
import { rpcCodes } from './RpcError.ts'
import type { JsonRpcResponse, Router, RpcContext } from './router.ts'

/**
 * Answers one JSON-RPC 2.0 message, single or batch, as text or as the text's bytes. `undefined` when nothing is to be sent
 * back: the message held notifications alone.
 */
export async function answer(
  router: Router,
  text: string,
  limits: Pick<RpcLimits, 'batchSize' | 'batchResponseBytes'>,
  context: RpcContext,
): Promise<string | Uint8Array | undefined> {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return refusal(rpcCodes.parseError, 'parse error: the message is not valid JSON')
  }
  if (Array.isArray(message)) return answerBatch(router, message, limits, context)
  const response = await router.handle(message, context)
  return response === undefined ? undefined : encode(response)
}

function encode(response: JsonRpcResponse): string | Uint8Array {
  if (!('result' in response) || !isWritable(response.result)) return stringify(response)
  const json = createJsonBytes()
  json.text(`{"jsonrpc":"2.0","id":${asciiOf(response.id)},"result":`)
  response.result.writeJson(json)
  json.text('}')
  return json.bytes()
}

/** JSON may escape any character. */
function asciiOf(id: JsonRpcResponse['id']): string {
  return JSON.stringify(id).replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A batch runs in order, one request at a time, so that later requests see what earlier ones did. */
async function answerBatch(
  router: Router,
  batch: unknown[],
  limits: Pick<RpcLimits, 'batchSize' | 'batchResponseBytes'>,
  context: RpcContext,
): Promise<string | undefined> {
  if (batch.length === 0) return refusal(rpcCodes.invalidRequest, 'empty batch')
  if (batch.length > limits.batchSize) {
    return refusal(rpcCodes.invalidRequest, `batch too large: ${batch.length} requests, at most ${limits.batchSize}`)
  }
  const responses: string[] = []
  let bytes = 0
  for (const request of batch) {
    const response = await router.handle(request, context)
    if (response === undefined) continue
    const text = stringify(response)
    const fits = bytes + text.length <= limits.batchResponseBytes
    responses.push(fits ? text : refusal(rpcCodes.transactionRejected, 'response too large', response.id))
    bytes += text.length
  }
  return responses.length === 0 ? undefined : `[${responses.join(',')}]`
}

/** A result that JSON cannot hold is the method's fault; its caller still gets an answer. */
function stringify(response: JsonRpcResponse): string {
  try {
    return JSON.stringify(response)
  } catch (error) {
    return refusal(rpcCodes.internalError, `the result cannot be encoded as JSON: ${String(error)}`, response.id)
  }
}

function refusal(code: number, message: string, id: JsonRpcResponse['id'] = null): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })
}
