import { isIP } from 'node:net'

/** `true` when a request that carries this header may be answered. */
export type HeaderCheck = (header: string | undefined) => boolean

/**
 * Refuses names that an attacker's DNS server could point at this machine (DNS rebinding). An IP address needs no DNS,
 * so it always passes, as in go-ethereum; so do loopback names and the name the server is bound to.
 *
 * @param allowed further host names, without port; `*` admits any
 */
export function createHostCheck(allowed: readonly string[]): HeaderCheck {
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  return remembering((header) => {
    // HTTP/1.0 has no Host header, and no browser speaks it.
    if (header === undefined || names.has('*')) return true
    const hostname = hostnameOf(`http://${header}`)
    return hostname !== undefined && (isAddress(hostname) || isLoopbackName(hostname) || names.has(hostname))
  })
}

/**
 * Refuses pages of other sites. Clients that are not browsers send no Origin and pass; so do pages served from this
 * machine and browser extensions (wallets), whose origins no web page can claim.
 *
 * @param allowed further origins such as `https://app.example`; `*` admits any
 */
export function createOriginCheck(allowed: readonly string[]): HeaderCheck {
  const origins = new Set(allowed.map((origin) => origin.toLowerCase()))
  return remembering((header) => {
    if (header === undefined || origins.has('*') || origins.has(header.toLowerCase())) return true
    if (/^(chrome|moz|safari-web)-extension:\/\/[\w-]+$/i.test(header)) return true
    if (!/^https?:\/\//i.test(header)) return false
    const hostname = hostnameOf(header)
    return hostname !== undefined && (isLoopbackName(hostname) || isLoopbackAddress(hostname))
  })
}

/** The last verdict: a client says the same with each request, and reading a URL costs as much as a small call. */
function remembering(check: HeaderCheck): HeaderCheck {
  let last: string | undefined
  let verdict: boolean | undefined
  return (header) => {
    if (verdict !== undefined && header === last) return verdict
    last = header
    verdict = check(header)
    return verdict
  }
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/\.$/, '') : undefined
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

/** RFC 6761: `localhost` and every name below it resolve to loopback. */
function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}

function isLoopbackAddress(hostname: string): boolean {
  return hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}
