/** When blocks are sealed: as soon as the pool holds something, every `seconds` (may be fractional), or only on request. */
export type Mining = { mode: 'instant' } | { mode: 'interval'; seconds: number } | { mode: 'manual' }
