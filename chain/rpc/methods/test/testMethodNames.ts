/** Under each of these every test method answers: what runs against anvil or Hardhat runs here. */
const prefixes = ['anvil', 'hardhat', 'evm'] as const

/** Names that do not follow from the rule. Ganache and Tenderly have some of their own; anvil has two spellings of `automine`. */
const otherNames: Record<string, string[]> = {
  setBalance: ['evm_setAccountBalance', 'tenderly_setBalance'],
  addBalance: ['tenderly_addBalance'],
  dealERC20: ['anvil_setERC20Balance'],
  setCode: ['evm_setAccountCode'],
  setNonce: ['evm_setAccountNonce'],
  setStorageAt: ['evm_setAccountStorageAt'],
  setAutomine: ['anvil_setAutoMine'],
  getAutomine: ['anvil_getAutoMine'],
}

/** `evm_mine` takes a timestamp where the others take a number of blocks: not the same method. And one is go-ethereum's. */
const ownNames: Record<string, string[]> = {
  mine: ['anvil_mine', 'hardhat_mine'],
  mineAt: ['evm_mine'],
  setHead: ['debug_setHead'],
  mineDetailed: ['evm_mine_detailed', 'evm_mineDetailed', 'anvil_mine_detailed', 'anvil_mineDetailed'],
}

/** All names of a test method: `setBalance` is `anvil_setBalance`, `hardhat_setBalance` and so on. */
export function testMethodNames(method: string): string[] {
  return ownNames[method] ?? [...prefixes.map((prefix) => `${prefix}_${method}`), ...(otherNames[method] ?? [])]
}
