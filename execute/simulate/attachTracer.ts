import type { EVM } from '@ethereumjs/evm'
import { listen } from '../evm/listen.ts'
import { ForkEvm } from '../transition/ForkEvm.ts'
import { type Tracer, watchesExecution } from '../types/Tracer.ts'

/** Reports what the EVM does to the tracer. Answers a function that stops it. */
export function attachTracer(evm: EVM, tracer: Tracer): () => void {
  // Whoever looks at states alone leaves EthereumJS its speed.
  if (!(evm instanceof ForkEvm)) return watchesExecution(tracer) ? listen(evm, tracer) : () => {}
  evm.tracer = tracer
  return () => {
    evm.tracer = undefined
  }
}
