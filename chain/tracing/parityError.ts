const words: Record<string, string> = {
  'contract creation code storage out of gas': 'Out of gas',
  'out of gas': 'Out of gas',
  'gas uint64 overflow': 'Out of gas',
  'max code size exceeded': 'Out of gas',
  'invalid jump destination': 'Bad jump destination',
  'execution reverted': 'Reverted',
  'return data out of bounds': 'Out of bounds',
  'stack limit reached 1024': 'Out of stack',
  'stack underflow': 'Stack underflow',
  'write protection': 'Mutable Call In Static Context',
}

/** go-ethereum's reasons in OpenEthereum's words. */
export function parityError(error: string): string {
  if (error.startsWith('invalid opcode')) return 'Bad instruction'
  return words[error] ?? error
}
