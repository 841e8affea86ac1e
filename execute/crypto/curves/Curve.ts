/**
 * Arithmetic on a curve: mcl's, whose WebAssembly takes tens of milliseconds to load and is asked for when it is first
 * needed; plain JavaScript's before that, and where there is no WebAssembly. Both give the same results, so that it never
 * matters which one answered.
 */
export class Curve<Operations> {
  /** What computes at this moment. */
  operations: Operations
  private readonly create: () => Promise<Operations>
  private loading: Promise<void> | undefined
  private isSettled = false

  constructor(plain: Operations, create: () => Promise<Operations>) {
    this.operations = plain
    this.create = create
  }

  /** Undefined when there is nothing to wait for (any more). */
  load(): Promise<void> | undefined {
    if (this.isSettled) return undefined
    this.loading ??= this.create().then(
      (operations) => {
        this.operations = operations
        this.isSettled = true
      },
      () => {
        this.isSettled = true
      },
    )
    return this.loading
  }
}
