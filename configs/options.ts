/** A setting that a flag and an environment variable can give. */
export type ConfigOption = {
  /** Dotted flag without dashes: `l1.port`. */
  flag: string
  /** Where it goes in the configuration. */
  path: readonly string[]
  /** Name of the value in help texts. */
  argument: string
  description: string
  /** `number` turns the text into one; text that is no number stays text, so that the schema names it. */
  kind: 'text' | 'number' | 'settle' | 'switch' | 'list'
}

/** Every setting beside the file: `--l1.port` and `NATIVEROLL_L1_PORT` set `l1.port`. */
export const configOptions: readonly ConfigOption[] = [
  { flag: 'rollups', path: ['rollups'], argument: 'count', kind: 'number', description: 'number of rollups' },
  { flag: 'l1.port', path: ['l1', 'port'], argument: 'port', kind: 'number', description: 'port of L1, 0 for any' },
  { flag: 'l1.slot', path: ['l1', 'slot'], argument: 'seconds', kind: 'number', description: 'length of an L1 slot' },
  {
    flag: 'l1.execute-gas',
    path: ['l1', 'executeGas'],
    argument: 'schedule',
    kind: 'text',
    description: 'how EXECUTE counts gas: reserve, gas_limit, gas_used or market',
  },
  {
    flag: 'l1.amsterdam',
    path: ['l1', 'amsterdam'],
    argument: 'time',
    kind: 'number',
    description: 'when all chains go to Amsterdam, in unix seconds',
  },
  {
    flag: 'rollup.port',
    path: ['rollup', 'port'],
    argument: 'port',
    kind: 'number',
    description: 'port of the first rollup, the others follow; 0 for any',
  },
  {
    flag: 'control.port',
    path: ['control', 'port'],
    argument: 'port',
    kind: 'number',
    description: 'port of the control server, 0 for any',
  },
  {
    flag: 'block-time',
    path: ['rollup', 'blockTime'],
    argument: 'seconds',
    kind: 'number',
    description: 'rollup block time, 0 seals on demand',
  },
  {
    flag: 'settle',
    path: ['rollup', 'settle'],
    argument: 'when',
    kind: 'settle',
    description: 'when rollups settle: auto, manual or seconds between settlements',
  },
  { flag: 'relayer', path: ['relayer'], argument: 'on|off', kind: 'switch', description: 'deliver messages by itself' },
  {
    flag: 'session',
    path: ['session'],
    argument: 'name',
    kind: 'text',
    description: 'name of the session',
  },
  {
    flag: 'state-dir',
    path: ['stateDir'],
    argument: 'folder',
    kind: 'text',
    description: 'keep the chains here, and go on from what is there',
  },
  {
    flag: 'load-state',
    path: ['l1', 'loadState'],
    argument: 'file',
    kind: 'text',
    description: "accounts for a new L1: what --dump-state or anvil's wrote",
  },
  {
    flag: 'dump-state',
    path: ['l1', 'dumpState'],
    argument: 'file',
    kind: 'text',
    description: "write L1's accounts here when it stops",
  },
  { flag: 'state', path: ['l1', 'state'], argument: 'file', kind: 'text', description: 'both, if the file exists' },
  {
    flag: 'history-blocks',
    path: ['historyBlocks'],
    argument: 'count',
    kind: 'number',
    description: 'blocks whose state can be asked for',
  },
  {
    flag: 'kept-blocks',
    path: ['keptBlocks'],
    argument: 'count',
    kind: 'number',
    description: 'finalized blocks that stay',
  },
  {
    flag: 'provider',
    path: ['provider'],
    argument: 'how',
    kind: 'text',
    description: 'inline (one process), process (one each) or docker (a container each)',
  },
  {
    flag: 'docker.image',
    path: ['docker', 'image'],
    argument: 'name',
    kind: 'text',
    description: 'image of the parts',
  },
  { flag: 'host', path: ['host'], argument: 'address', kind: 'text', description: 'address to listen on' },
  {
    flag: 'allowed-hosts',
    path: ['allowedHosts'],
    argument: 'names',
    kind: 'list',
    description: 'host names served beside IP addresses and localhost, with commas',
  },
  {
    flag: 'allowed-origins',
    path: ['allowedOrigins'],
    argument: 'origins',
    kind: 'list',
    description: 'web origins that may call, with commas',
  },
  {
    flag: 'timeout',
    path: ['timeout'],
    argument: 'seconds',
    kind: 'number',
    description: 'time to become ready',
  },
  { flag: 'log.level', path: ['log', 'level'], argument: 'level', kind: 'text', description: 'silent … trace' },
  { flag: 'log.format', path: ['log', 'format'], argument: 'format', kind: 'text', description: 'text or json' },
]

/** `l1.port` -> `NATIVEROLL_L1_PORT`. */
export function environmentName(flag: string): string {
  return `NATIVEROLL_${flag.toUpperCase().replace(/[.-]/g, '_')}`
}

/** The text of a flag or a variable as the value that the schema expects, or the text itself if it is none. */
export function parseOption(kind: ConfigOption['kind'], text: string): unknown {
  if (kind === 'text') return text
  if (kind === 'list') return text.split(',').map((entry) => entry.trim())
  if (kind === 'switch')
    return text === 'on' || text === 'true' ? true : text === 'off' || text === 'false' ? false : text
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(number)) return text
  return kind === 'settle' ? { interval: number } : number
}
