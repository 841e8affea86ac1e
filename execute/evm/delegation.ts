/** What the code of an account begins with that delegates (EIP-7702); the 20 bytes after it are whose code runs instead. */
export const delegationPrefix = Uint8Array.of(0xef, 0x01, 0x00)
const delegationSize = 23

/** Whether a code begins with it, asked at each call; no transaction makes one that does and is of another size. */
export function beginsAsDelegation(code: Uint8Array): boolean {
  return code[0] === 0xef && code[1] === 0x01 && code[2] === 0x00
}

/** Whether an account's code says that another's runs in its place: 0xef0100 ‖ address. */
export function isDelegation(code: Uint8Array): boolean {
  return code.length === delegationSize && beginsAsDelegation(code)
}
