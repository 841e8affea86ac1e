export type RoleOptions = {
  /** Sees every log record, one JSON object per line. */
  onLog?: (line: string) => void
}

/** A part of a devnet that runs by itself: it answers at its URLs, `/ready` among them. */
export type Role = {
  http: string
  /** Absent where only HTTP is served. */
  ws?: string
  stop(): Promise<void>
}
