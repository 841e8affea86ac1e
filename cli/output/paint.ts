import type { WriteStream } from 'node:tty'

type Painter = (text: string) => string
export type Paint = { bold: Painter; dim: Painter; red: Painter; green: Painter; yellow: Painter; cyan: Painter }

/** Colours for a stream: only on a terminal, unless FORCE_COLOR asks; never with NO_COLOR (https://no-color.org). */
export function paint(stream: Pick<WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  const wanted = !env.NO_COLOR && (forced || (stream.isTTY && env.TERM !== 'dumb'))
  const style =
    (open: number, close: number): Painter =>
    (text) =>
      wanted ? `\u001b[${open}m${text}\u001b[${close}m` : text
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    cyan: style(36, 39),
  }
}
