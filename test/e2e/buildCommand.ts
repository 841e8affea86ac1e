import { execFileSync } from 'node:child_process'

/** Once before all end-to-end tests: they run the bundled command, and it must be of the sources at hand. */
export default function buildCommand(): void {
  execFileSync('npm', ['run', '--silent', 'build:command'], { stdio: 'inherit' })
}
