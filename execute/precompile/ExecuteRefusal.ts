import { NativerollError } from '../errors.ts'

/** EXECUTE does not take this input, whatever executing it would give; `code` names the rule. */
export class ExecuteRefusal extends NativerollError {
  override name = 'ExecuteRefusal'
}
