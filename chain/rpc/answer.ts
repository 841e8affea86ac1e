import type { RpcLimits } from './limits.ts'
import { rpcCodes } from './RpcError.ts'
import type { JsonRpcResponse, Router, RpcContext } from './router.ts'

/**
 * Answers one JSON-RPC 2.0 message, single or batch, as text. `undefined` when nothing is to be sent back: the message
 * held notifications alone.
 */
export async function answer(
  router: Router,
  text: string,
  limits: Pick<RpcLimits, 'batchSize' | 'batchResponseBytes'>,
  context: RpcContext,
): Promise<string | undefined> {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return refusal(rpcCodes.parseError, 'parse error: the message is not valid JSON')
  }
  if (Array.isArray(message)) return answerBatch(router, message, limits, context)
  const response = await router.handle(message, context)
  return response === undefined ? undefined : stringify(response)
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

export function refusal(code: number, message: string, id: JsonRpcResponse['id'] = null): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })
}
