import type { Router } from './router.ts'

/** Routers by path. `/r1/` is `/r1`, and the names that every object inherits are no paths. */
export type Routers = Readonly<Record<string, Router>>

export function routerAt(routers: Routers, pathname: string): Router | undefined {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  return Object.hasOwn(routers, path) ? routers[path] : undefined
}
