import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { processTree, residentBytes } from '../../bench/processTree.ts'
import { checkSidecar } from './checkSidecar.ts'
import { createKzg } from './Kzg.ts'
import { sidecarOf } from './sidecarOf.ts'

const kzg = createKzg()
afterAll(() => kzg.close())

function blobOf(seed: number): Uint8Array {
  const blob = new Uint8Array(131_072)
  for (let element = 0; element < 4_096; element++) blob[element * 32 + 7] = (seed * 31 + element) % 251
  return blob
}

describe('createKzg', () => {
  test('a blob of zeros commits to the point at infinity', async () => {
    const commitment = await kzg.commit(new Uint8Array(131_072))
    expect(Buffer.from(commitment).toString('hex')).toBe(`c0${'00'.repeat(47)}`)
  })

  test('refuses a field element above the modulus', async () => {
    await expect(kzg.commit(new Uint8Array(131_072).fill(0xff))).rejects.toMatchObject({ code: 'INVALID_BLOB' })
    await expect(kzg.commit(new Uint8Array(5))).rejects.toMatchObject({ code: 'INVALID_BLOB' })
  })

  test('a commitment that is no point of the curve does not verify', async () => {
    const point = new Uint8Array(48).fill(7)
    expect(await kzg.verifyBlobProofs([blobOf(1)], [point], [point])).toBe(false)
  })

  test('a second handle outlives the first', async () => {
    const other = createKzg()
    const commitment = await other.commit(blobOf(1))
    other.close()
    expect(await kzg.commit(blobOf(1))).toEqual(commitment)
  })

  test('a process that only warmed it up ends at once, in the middle of the set-up', () => {
    const module = fileURLToPath(new URL('./Kzg.ts', import.meta.url))
    const program = `import { createJiti } from 'jiti'
      const { createKzg } = await createJiti(process.cwd()).import(${JSON.stringify(module)})
      createKzg().warm().then(() => console.log('it waited for the set-up'))`
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program])
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 0, stdout: '' })
  })
})

/** Hundredths of a second of CPU that a process has used, all its threads together (proc(5): utime and stime). */
function cpuTicks(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return undefined
  }
}

describe.skipIf(process.platform !== 'linux')('a process that is killed', () => {
  test('takes its helper along, in the middle of the set-up', async () => {
    const module = fileURLToPath(new URL('./Kzg.ts', import.meta.url))
    const program = `import { createJiti } from 'jiti'
      const { createKzg } = await createJiti(process.cwd()).import(${JSON.stringify(module)})
      createKzg().warm().then(() => console.log('ready'))
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program])
    let said = ''
    parent.stdout.on('data', (text) => (said += text))
    const helper = () => processTree(parent.pid!)[1]
    // The library is in memory: its set-up has begun, and takes two seconds.
    await expect
      .poll(() => helper() !== undefined && readFileSync(`/proc/${helper()}/maps`, 'utf8'), {
        timeout: 20_000,
        interval: 5,
      })
      .toContain('eth-kzg')
    const pid = helper()!
    expect(said).toBe('')
    const before = cpuTicks(pid)
    let after = before
    parent.kill('SIGKILL')
    // A process that ended and waits to be collected has no memory either.
    await expect
      .poll(
        () => {
          after = cpuTicks(pid) ?? after
          return residentBytes(pid)
        },
        { interval: 5, timeout: 20_000 },
      )
      .toBe(0)
    // Hundredths of a second of work, however long this machine takes for them: the rest of the set-up would be far more.
    expect(after! - before!).toBeLessThan(50)
  })
})

describe('checkSidecar', () => {
  const blobs = [blobOf(1), blobOf(2)]

  for (const proof of ['blob', 'cell'] as const) {
    test(`accepts what sidecarOf made with ${proof} proofs, and nothing else`, async () => {
      const sidecar = await sidecarOf(blobs, kzg, proof)
      expect(sidecar.proofs.length).toBe(proof === 'cell' ? 256 : 2)
      await checkSidecar(sidecar, kzg)

      const swapped = { ...sidecar, proofs: [...sidecar.proofs].reverse() }
      await expect(checkSidecar(swapped, kzg)).rejects.toMatchObject({ code: 'INVALID_KZG_PROOF' })
      const otherBlobs = { ...sidecar, blobs: [blobOf(1), blobOf(3)] }
      await expect(checkSidecar(otherBlobs, kzg)).rejects.toMatchObject({ code: 'INVALID_KZG_PROOF' })
      const otherHashes = { ...sidecar, versionedHashes: [...sidecar.versionedHashes].reverse() }
      await expect(checkSidecar(otherHashes, kzg)).rejects.toMatchObject({ code: 'SIDECAR_MISMATCH' })
      const fewerProofs = { ...sidecar, proofs: sidecar.proofs.slice(1) }
      await expect(checkSidecar(fewerProofs, kzg)).rejects.toMatchObject({ code: 'SIDECAR_MISMATCH' })
    })
  }
})
