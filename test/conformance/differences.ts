/**
 * Where an answer departs from the recorded one, as `path: expected …, got …`. The words of an error are the client's
 * own; its code and data are not.
 */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    return keysOf(expected, actual)
      .filter((key) => !isErrorMessage(path, key))
      .flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`))
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`))
  }
  return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [departure(path, expected, actual)]
}

/** The execution-apis' schemas do not require these, and what a client never does it does not name. */
const optionalMembers = ['deleteStrategy']

/** The same for form alone: the same members, and values of the same kind. */
export function shapeDifferences(expected: unknown, actual: unknown, path = ''): string[] {
  if (isObject(expected) && isObject(actual)) {
    return keysOf(expected, actual)
      .filter((key) => !isErrorMessage(path, key))
      .filter((key) => !(isData(key) || optionalMembers.includes(key)) || (key in expected && key in actual))
      .flatMap((key) => shapeDifferences(expected[key], actual[key], `${path}.${key}`))
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length
      ? expected.flatMap((item, index) => shapeDifferences(item, actual[index], `${path}[${index}]`))
      : []
  }
  return kindOf(expected) === kindOf(actual) ? [] : [departure(path, expected, actual)]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keysOf(...objects: object[]): string[] {
  return [...new Set(objects.flatMap(Object.keys))]
}

function isErrorMessage(path: string, key: string): boolean {
  return key === 'message' && path.endsWith('error')
}

/** An address, a nonce or a slot as a key is a value itself, which form does not fix. */
function isData(key: string): boolean {
  return /^(0x[0-9a-fA-F]+|[0-9]{1,20})$/.test(key)
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return /^0x[0-9a-fA-F]*$/.test(value) ? 'hex' : 'text'
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function departure(path: string, expected: unknown, actual: unknown): string {
  return `${path || 'answer'}: expected ${shorten(expected)}, got ${shorten(actual)}`
}

function shorten(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 200 ? `${json.slice(0, 199)}…` : json
}
