/** How an instruction, or a frame's run up to it, ends. Numbers, because the loop asks for each instruction. */
export const goOn = 0
/** STOP, or the end of the code. */
export const stopped = 1
export const returned = 2
export const reverted = 3
/** An exceptional halt. Nothing was changed, but for reads. */
export const failed = 4
/** EthereumJS must execute this instruction, of which nothing was done. */
export const waiting = 5
/** A frame was begun, which the execution goes on with. */
export const calling = 6
/** A precompile answers later: the execution's `answer`. */
export const awaiting = 7

export type Outcome =
  | typeof goOn
  | typeof stopped
  | typeof returned
  | typeof reverted
  | typeof failed
  | typeof waiting
  | typeof calling
  | typeof awaiting
