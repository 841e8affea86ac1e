import { NativerollError, type NativerollErrorOptions } from '../errors.ts'

/** Bytes that are not the one canonical SSZ encoding of a value, or a value that has none. `code` names the broken rule. */
export class MalformedInput extends NativerollError {
  override name = 'MalformedInput'
  readonly path: readonly (string | number)[]
  private readonly problem: string

  constructor(
    code: string,
    problem: string,
    options: NativerollErrorOptions = {},
    path: readonly (string | number)[] = [],
  ) {
    const expected = options.expected === undefined ? '' : `, expected ${String(options.expected)}`
    super(code, `${path.length === 0 ? 'The value' : path.join('.')} ${problem}${expected}`, options)
    this.path = path
    this.problem = problem
  }

  /** The same refusal seen from the field or element around it. */
  inside(name: string | number): MalformedInput {
    const { value, expected, hint, cause } = this
    return new MalformedInput(this.code, this.problem, { value, expected, ...(hint && { hint }), cause }, [
      name,
      ...this.path,
    ])
  }
}
