import type { Common } from '@ethereumjs/common'

/** SLOAD and SSTORE (EIP-2200, EIP-2929, EIP-3529; EIP-8037 and EIP-8038, nothing before). */
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
  /** The first write of a transaction to a slot, and what clearing one gives back. */
  write: number
  writeClearRefund: number
  /** State gas of a slot that was zero. */
  newSlotState: number
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
  /** EIP-8037 and EIP-8038; nothing before. State gas is of a new account, and of a byte of code. */
  accountWrite: number
  codeRead: number
  codeWord: number
  newAccountState: number
  codeByteState: number
}

/** What Amsterdam changes in frames. */
const amsterdam = [2780, 7708, 7928, 8024, 8037, 8038, 8246]

export function isAmsterdam(common: Common): boolean {
  return amsterdam.every((eip) => common.isActivatedEIP(eip))
}

/** Since Berlin, when what is warm got a price of its own; with all of Amsterdam or nothing of it. */
function isKnown(common: Common): boolean {
  if (!common.isActivatedEIP(2929) || [6800, 7864].some((eip) => common.isActivatedEIP(eip))) return false
  return isAmsterdam(common) || !amsterdam.some((eip) => common.isActivatedEIP(eip))
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
    ...(isAmsterdam(common)
      ? {
          write: parameter('storageWriteGas'),
          writeClearRefund: parameter('refundStorageClearGas'),
          newSlotState: parameter('stateBytesPerStorageSet') * parameter('costPerStateByte'),
        }
      : { write: 0, writeClearRefund: 0, newSlotState: 0 }),
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
    ...(isAmsterdam(common)
      ? {
          accountWrite: parameter('accountWriteGas'),
          codeRead: parameter('warmstoragereadGas'),
          codeWord: parameter('codeDepositHashWordGas'),
          newAccountState: parameter('stateBytesPerNewAccount') * parameter('costPerStateByte'),
          codeByteState: parameter('costPerStateByte'),
        }
      : { accountWrite: 0, codeRead: 0, codeWord: 0, newAccountState: 0, codeByteState: 0 }),
  }
}
