import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export type PortOwner = { pid: number; command: string }

/** The process that listens on a TCP port, where the system tells (Linux, and only for processes one may inspect). */
export function portOwner(port: number): PortOwner | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)))
  if (inodes.size === 0) return undefined
  const pid = list('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .find((entry) => list(`/proc/${entry}/fd`).some((fd) => inodes.has(socketInode(`/proc/${entry}/fd/${fd}`))))
  if (pid === undefined) return undefined
  const command = read(`/proc/${pid}/cmdline`).split('\0').join(' ').trim()
  return { pid: Number(pid), command }
}

/** Columns of /proc/net/tcp (proc(5)): 1 = local address:port in hex, 3 = state, 9 = inode. State 0A is LISTEN. */
function listeningInodes(table: string, port: number): string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  return read(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${hexPort}`) && columns[3] === '0A')
    .map((columns) => columns[9] ?? '')
}

function socketInode(link: string): string {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1] ?? ''
  } catch {
    return ''
  }
}

// A process may end while it is being looked at, and the fds of other users' processes may not be read.
function list(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
