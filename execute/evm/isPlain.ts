import type { EVMRunCallOpts } from '@ethereumjs/evm'

/** Whether `EVM.runCall` is asked for what a transaction or the system asks for; anything else is left to it. */
export function isPlain({ message, skipNonceIncrement, skipBalance, depth = 0, ...options }: EVMRunCallOpts): boolean {
  const { code, salt, isStatic, isCompiled, delegatecall, selfdestruct, createdAddresses, accessWitness } = options
  return (
    message === undefined &&
    skipNonceIncrement === true &&
    skipBalance !== true &&
    depth === 0 &&
    [code, salt, isStatic, isCompiled, delegatecall, selfdestruct, createdAddresses, accessWitness].every(
      (option) => option === undefined,
    )
  )
}
