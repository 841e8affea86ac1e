import type { Common } from '@ethereumjs/common'

/** SLOAD and SSTORE (EIP-2200, EIP-2929, EIP-3529). */
export type StoragePrices = {
  coldSload: number
  warmRead: number
  sentry: number
  noop: number
  init: number
  clean: number
  dirty: number
  clearRefund: number
  initRefund: number
  cleanRefund: number
}

/** What works on accounts and begins frames. */
export type FramePrices = {
  coldAccount: number
  warmAccount: number
  valueTransfer: number
  newAccount: number
  stipend: number
  maxDepth: number
  /** EIP-3860; nothing and unlimited before. */
  initCodeWord: number
  maxInitCodeSize: number
  codeByte: number
  maxCodeSize: number
  /** EIP-3541 */
  rejectsEf: boolean
  /** EIP-7702 */
  followsDelegations: boolean
  /** EIP-6780 */
  destroysOnlyCreated: boolean
  destruction: number
  destructionRefund: number
}

/** Berlin to the forks before Amsterdam: what is warm has a price of its own, and nothing is listed or has state gas. */
function isKnown(common: Common): boolean {
  return common.isActivatedEIP(2929) && [6800, 7864, 7928, 8037, 8038].every((eip) => !common.isActivatedEIP(eip))
}

export function storagePrices(common: Common): StoragePrices | undefined {
  if (!isKnown(common)) return undefined
  const parameter = (name: string) => Number(common.param(name))
  const warmRead = parameter('warmstoragereadGas')
  const coldSload = parameter('coldsloadGas')
  return {
    coldSload,
    warmRead,
    sentry: parameter('sstoreSentryEIP2200Gas'),
    noop: parameter('sstoreNoopEIP2200Gas'),
    init: parameter('sstoreInitEIP2200Gas'),
    clean: parameter('sstoreCleanEIP2200Gas'),
    dirty: parameter('sstoreDirtyEIP2200Gas'),
    clearRefund: parameter('sstoreClearRefundEIP2200Gas'),
    initRefund: parameter('sstoreInitEIP2200Gas') - warmRead,
    cleanRefund: parameter('sstoreResetGas') - coldSload - warmRead,
  }
}

export function framePrices(common: Common): FramePrices | undefined {
  if (!isKnown(common)) return undefined
  const parameter = (name: string) => Number(common.param(name))
  const limitsInitCode = common.isActivatedEIP(3860)
  return {
    coldAccount: parameter('coldaccountaccessGas'),
    warmAccount: parameter('warmstoragereadGas'),
    valueTransfer: parameter('callValueTransferGas'),
    newAccount: parameter('callNewAccountGas'),
    stipend: parameter('callStipendGas'),
    maxDepth: parameter('stackLimit'),
    initCodeWord: limitsInitCode ? parameter('initCodeWordGas') : 0,
    maxInitCodeSize: limitsInitCode ? parameter('maxInitCodeSize') : Number.POSITIVE_INFINITY,
    codeByte: parameter('createDataGas'),
    maxCodeSize: parameter('maxCodeSize'),
    rejectsEf: common.isActivatedEIP(3541),
    followsDelegations: common.isActivatedEIP(7702),
    destroysOnlyCreated: common.isActivatedEIP(6780),
    destruction: parameter('selfdestructGas'),
    destructionRefund: parameter('selfdestructRefundGas'),
  }
}
