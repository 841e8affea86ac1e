import { relative } from 'node:path'
import type { SessionFile } from '../../devnet/index.ts'
import type { Paint } from './paint.ts'
import { table } from './table.ts'

/** What a start shows of a running devnet: all that a user copies from it. Ends with a newline, without the ready line. */
export function banner(
  session: SessionFile,
  details: {
    version: string
    /** How the user runs the command. */
    command: string
    notes: string[]
    settlement: Record<string, string>
    /** Columns of the terminal, if it is one. */
    columns?: number
  },
  { bold, dim, yellow }: Paint,
): string {
  const chains = Object.entries(session.chains)
  const rollup = chains.find(([name]) => name !== 'l1')
  const target = rollup ?? chains[0]
  const [first, second] = session.accounts
  const heading = (title: string, remark = '') =>
    `${bold(title)}${remark && `  ${dim(remark)}`}\n${'='.repeat(title.length)}`

  const sections = [
    `${bold(`nativeroll ${details.version}`)}  node ${process.version}`,
    ...(details.notes.length > 0 ? [details.notes.map((note) => yellow(note)).join('\n')] : []),
    `${heading('Available Accounts', '10,000 ETH each, on every chain')}
${accountRows(session, details.columns)}
${yellow('WARNING')}  these private keys are public; never send real funds to them`,
    `${heading('Chains')}
${chainRows(session, details.settlement, details.columns)}`,
    `${heading('Contracts')}\n${table(contractRows(session))}`,
  ]
  if (target && first && second)
    sections.push(
      `${heading('Try')}
cast balance ${second.address} --rpc-url ${target[1].http}
cast send ${second.address} --value 1ether --rpc-url ${target[1].http} --private-key ${first.privateKey}${
        rollup
          ? `\n${details.command} deposit ${rollup[0]} 1${session.session === 'default' ? '' : ` --session ${session.session}`}`
          : ''
      }`,
    )
  sections.push(
    table([
      ...(session.control ? [['Control', session.control, dim('/ready /metrics /config /rpc')]] : []),
      ['Session', session.session, shortPath(sessionFileOf(session))],
    ]),
  )
  return `${sections.join('\n\n')}\n`
}

/** The last line of a start, once. `Ready in 0.41s` is an interface: scripts wait for it. */
export function readyLine(milliseconds: number): string {
  return `Ready in ${(milliseconds / 1000).toFixed(2)}s`
}

/** Addresses beside their keys; below each other where the terminal would break the lines. */
function accountRows({ accounts }: SessionFile, columns = Number.POSITIVE_INFINITY): string {
  const rows = accounts.map(({ address, privateKey }, index) => [`(${index})`, address, privateKey])
  const beside = table(rows)
  if (widthOf(beside) <= columns) return beside
  return `${table(rows.map(([index = '', address = '']) => [index, address]))}

${table(rows.map(([index = '', , privateKey = '']) => [index, privateKey]))}`
}

/** Without the WebSocket URLs, which differ in nothing but `ws`, where the terminal would break the lines. */
function chainRows(
  { chains }: SessionFile,
  settlement: Record<string, string>,
  columns = Number.POSITIVE_INFINITY,
): string {
  const rows = Object.entries(chains).map(([name, { id, http, ws, log }]) => [
    name,
    `id ${id}`,
    http,
    ws,
    settlement[name] ?? '',
    log === undefined ? '' : `logs ${shortPath(log)}`,
  ])
  const whole = table(rows)
  return widthOf(whole) <= columns ? whole : table(rows.map((row) => row.filter((_, column) => column !== 3)))
}

function widthOf(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length))
}

function contractRows(session: SessionFile): string[][] {
  const rows: string[][] = []
  const rollups = Object.entries(session.chains).filter(([name]) => name !== 'l1')
  for (const [name, address] of Object.entries(session.chains.l1?.contracts ?? {})) rows.push(['l1', name, address])
  // Predeploys have one address on all rollups: one row for all of them.
  for (const [name, address] of Object.entries(rollups[0]?.[1].contracts ?? {})) {
    const everywhere = rollups.every(([, chain]) => chain.contracts[name] === address)
    if (everywhere) rows.push(['rollups', name, address])
    else for (const [rollup, chain] of rollups) rows.push([rollup, name, chain.contracts[name] ?? 'none'])
  }
  return rows
}

function sessionFileOf({ session }: SessionFile): string {
  return `.nativeroll/${session}/session.json`
}

function shortPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') || path === '' ? path : near
}
