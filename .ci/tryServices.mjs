// Against the running services of docker-compose.yml: every chain answers, a transaction on r1 becomes final on L1, and the
// relayer brings a deposit to r2. With `again`, they go on from an earlier run on the same volumes.
import { createWalletClient, http, parseEther, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { deposit, nativerollL1 } from '../dist/devnet/viem/index.js'

const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
const clientOf = (port) =>
  createWalletClient({ account, transport: http(`http://127.0.0.1:${port}`), pollingInterval: 100 }).extend(
    publicActions,
  )

async function until(what, check) {
  for (let left = 600; ; left--) {
    const found = await check().catch(() => false)
    if (found) return console.log(`ok  ${what}`)
    if (left === 0) throw new Error(`no: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const chains = { l1: [8545, 900], r1: [9545, 901], r2: [9546, 902] }
for (const [name, [port, id]] of Object.entries(chains))
  await until(`${name} answers`, async () => (await clientOf(port).getChainId()) === id)

const r1 = clientOf(9545)
const hash = await r1.sendTransaction({ chain: null, to: account.address, value: parseEther('1') })
const { blockNumber, status } = await r1.waitForTransactionReceipt({ hash })
if (status !== 'success') throw new Error(`transaction on r1: ${status}`)
await until(`block ${blockNumber} of r1 is final`, async () => {
  const finalized = await r1.getBlock({ blockTag: 'finalized' })
  return finalized.number >= blockNumber
})

const receiver = '0x00000000000000000000000000000000000cafe1'
const balance = () => clientOf(9546).getBalance({ address: receiver })
const before = await balance()
const expected = process.argv.includes('again') ? parseEther('2') : 0n
if (before !== expected) throw new Error(`the receiver on r2 has ${before} wei, not ${expected}`)
const l1 = createWalletClient({ account, chain: nativerollL1, transport: http() })
console.log(`deposit to r2 in ${await deposit(l1, { rollup: 902, value: parseEther('2'), recipient: receiver })}`)
await until('the deposit is on r2', async () => (await balance()) === before + parseEther('2'))
