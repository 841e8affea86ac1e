import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

export type Anvil = {
  request(request: { method: string; params?: unknown }): Promise<unknown>
  stop(): void
}

/** The real anvil, for comparison: a development dependency, on a free port. Rejections have `code` and `message`. */
export async function startAnvil(args: string[] = []): Promise<Anvil> {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const binary = createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${platform}/bin/anvil`)
  const child = spawn(binary, ['--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.once('exit', (code) => reject(new Error(`anvil ended with ${code}: ${output}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      const address = /Listening on (\S+)/.exec(output)?.[1]
      if (address) resolve(`http://${address}`)
    })
  })
  return {
    async request({ method, params = [] }) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      const { error, result } = (await response.json()) as { error?: { code: number }; result: unknown }
      if (error) throw error
      return result
    },
    stop: () => void child.kill(),
  }
}
