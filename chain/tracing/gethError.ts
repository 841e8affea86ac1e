/** EthereumJS' reasons in go-ethereum's words, by which explorers and debuggers recognise them. */
const words: Record<string, string> = {
  revert: 'execution reverted',
  'invalid opcode': 'invalid opcode: INVALID',
  'invalid JUMP': 'invalid jump destination',
  'invalid JUMPSUB': 'invalid jump destination',
  'stack overflow': 'stack limit reached 1024',
  'static state change': 'write protection',
  'create collision': 'contract address collision',
  'code size to deposit exceeds maximum code size': 'max code size exceeded',
  'code store out of gas': 'contract creation code storage out of gas',
  'invalid bytecode deployed': 'invalid code: must not begin with 0xef',
  'initcode exceeds max initcode size': 'max initcode size exceeded',
  'insufficient balance': 'insufficient balance for transfer',
  'refund exhausted': 'out of gas',
  'value overflow': 'gas uint64 overflow',
  'out of range': 'return data out of bounds',
}

export function gethError(error: string): string {
  // EthereumJS adds the place to some: "invalid JUMP at 0x…/0x…:5".
  const reason = error.replace(/ at 0x\S*$/, '')
  return words[reason] ?? reason
}
