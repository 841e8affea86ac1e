/** In a thread of its own: the set-up keeps the main one in native code for seconds, where no event reaches it. */
const leash = `
const letGo = () => process.kill(process.pid, 'SIGKILL')
new (require('node:net').Socket)({ fd: 0 }).on('end', letGo).on('close', letGo).on('error', letGo).resume()
`

/**
 * Program of the process that holds the trusted setup, as CommonJS text for `node -e`: it needs no file of its own, so
 * it runs the same from TypeScript, from `dist` and from a bundle. Its argument is the path of
 * @crate-crypto/node-eth-kzg.
 *
 * Requests `[id, method, arguments]` are answered with `[id, 'ok', result]`, `[id, 'refused', message]` when the library
 * rejects its input, or `[id, 'broken', message]` when the library itself cannot be set up. The methods are
 * asynchronous ones, which run on the thread pool of the process, several at a time.
 *
 * Its leash is stdin, a pipe from the process that started it: the system closes it when that one is gone, kill -9
 * included.
 */
export const kzgProcess = `
'use strict'
const { Worker } = require('node:worker_threads')
const leash = new Worker(${JSON.stringify(leash)}, { eval: true })
const leashed = new Promise((resolve) => leash.once('online', resolve))
let context
function setUp() {
  if (context === undefined) {
    const { DasContextJs } = require(process.argv[1])
    context = DasContextJs.create({ usePrecomp: false })
  }
  return context
}
const methods = {
  warm: async () => true,
  commit: (kzg, blob) => kzg.asyncBlobToKzgCommitment(blob),
  blobProof: (kzg, blob, commitment) => kzg.asyncComputeBlobKzgProof(blob, commitment),
  cellProofs: async (kzg, blob) => (await kzg.asyncComputeCellsAndKzgProofs(blob)).proofs,
  verifyBlobProofs: (kzg, blobs, commitments, proofs) => kzg.asyncVerifyBlobKzgProofBatch(blobs, commitments, proofs),
  verifyCellProofs: async (kzg, blobs, commitments, proofs) => {
    const cells = (await Promise.all(blobs.map((blob) => kzg.asyncComputeCells(blob)))).flat()
    const perBlob = cells.length / blobs.length
    return kzg.asyncVerifyCellKzgProofBatch(
      cells.map((_, index) => commitments[Math.floor(index / perBlob)]),
      cells.map((_, index) => index % perBlob),
      cells,
      proofs,
    )
  },
}
process.on('message', async ([id, method, args]) => {
  await leashed
  let kzg
  try {
    kzg = setUp()
  } catch (error) {
    process.send([id, 'broken', String(error && error.message)])
    return
  }
  try {
    process.send([id, 'ok', await methods[method](kzg, ...args)])
  } catch (error) {
    process.send([id, 'refused', String(error && error.message)])
  }
})
// The devnet's Ctrl-C reaches the whole process group; whoever started this process ends it.
process.on('SIGINT', () => {})
`
