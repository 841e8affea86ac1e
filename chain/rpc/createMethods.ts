import type { Backend } from '../Backend.ts'
import type { Keyring } from '../Keyring.ts'
import type { Inclusions } from '../production/Inclusions.ts'
import { createParityMethods } from '../tracing/parityMethods.ts'
import { createTraceMethods } from '../tracing/traceMethods.ts'
import { createDebugStateMethods } from './methods/debugStateMethods.ts'
import { createAccountMethods } from './methods/eth/accountMethods.ts'
import { createBlockMethods } from './methods/eth/blockMethods.ts'
import { createCallMethods } from './methods/eth/callMethods.ts'
import { createChainMethods } from './methods/eth/chainMethods.ts'
import { createConfigMethods } from './methods/eth/configMethods.ts'
import { createFeeMethods } from './methods/eth/feeMethods.ts'
import { createLogMethods } from './methods/eth/logMethods.ts'
import { createSendMethods } from './methods/eth/sendMethods.ts'
import { createSimulateMethods } from './methods/eth/simulateMethods.ts'
import { createStateMethods } from './methods/eth/stateMethods.ts'
import { createTransactionMethods } from './methods/eth/transactionMethods.ts'
import { createNetMethods } from './methods/netMethods.ts'
import { createOtsBlockMethods } from './methods/ots/otsBlockMethods.ts'
import { createOtsSearchMethods } from './methods/ots/otsSearchMethods.ts'
import { createOtsTransactionMethods } from './methods/ots/otsTransactionMethods.ts'
import { createRawMethods } from './methods/rawMethods.ts'
import { createTestMethods } from './methods/test/createTestMethods.ts'
import { createTestingMethods } from './methods/testingMethods.ts'
import { createTxpoolMethods } from './methods/txpoolMethods.ts'
import { createWeb3Methods } from './methods/web3Methods.ts'
import { createWitnessMethods } from './methods/witnessMethods.ts'
import { createRequestSigner } from './RequestSigner.ts'
import type { RpcMethods } from './router.ts'

/** Everything that a node answers of itself. */
export function createMethods(backend: Backend, deps: { keyring: Keyring; inclusions: Inclusions }): RpcMethods {
  const signer = createRequestSigner(backend, deps.keyring)
  const methods: RpcMethods = {
    ...createChainMethods(backend),
    ...createConfigMethods(backend),
    ...createBlockMethods(backend),
    ...createTransactionMethods(backend),
    ...createStateMethods(backend),
    ...createCallMethods(backend),
    ...createSimulateMethods(backend),
    ...createFeeMethods(backend),
    ...createLogMethods(backend),
    ...createSendMethods(backend, deps.inclusions, signer),
    ...createAccountMethods(backend, deps.keyring, signer),
    ...createNetMethods(backend),
    ...createWeb3Methods(),
    ...createTxpoolMethods(backend),
    ...createTestMethods(backend, signer),
    ...createRawMethods(backend),
    ...createWitnessMethods(backend),
    ...createDebugStateMethods(backend),
    ...createTraceMethods(backend),
    ...createParityMethods(backend),
    ...createOtsBlockMethods(backend),
    ...createOtsTransactionMethods(backend),
    ...createOtsSearchMethods(backend),
    ...createTestingMethods(backend),
  }
  return { ...methods, rpc_modules: async () => modulesOf(methods) }
}

function modulesOf(methods: RpcMethods): Record<string, string> {
  const names = Object.keys(methods).map((name) => name.slice(0, name.indexOf('_')))
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, '1.0']))
}
