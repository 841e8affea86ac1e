/** The parts that run alone: in a module of their own, so that a command loads them when it runs and not when it is declared. */
export { runAsChild, runFollower, runL1, runRelayer, runRollup, verifyRollup } from '../devnet/index.ts'
