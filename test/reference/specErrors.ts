/** Ends a frame and takes its gas. */
export class ExceptionalHalt extends Error {}

/** Ends a frame, which gives back its gas; `output` holds why. */
export class Revert extends Error {}

/** The transaction cannot be in a block. */
export class CannotBeIncluded extends Error {}
