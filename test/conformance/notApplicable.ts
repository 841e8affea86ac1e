/** Files of the suite that cannot apply to a node like this one, each with its reason. */
export const notApplicable: Record<string, string> = {}
