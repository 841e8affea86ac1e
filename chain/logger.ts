/** Structured logger of every part that runs: pino's, so that callers choose level, stream and bindings. */
export type { Logger } from 'pino'
