/** Whether a code starts as EIP-7702's designators do; the 20 bytes after it are whose code runs instead. */
export function isDelegation(code: Uint8Array): boolean {
  return code[0] === 0xef && code[1] === 0x01 && code[2] === 0x00
}

export const delegationSize = 23
