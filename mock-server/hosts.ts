/** Addresses to bind to that nobody can connect to. */
const wildcards = new Set(["0.0.0.0", "::"]);

export function isWildcard(host: string): boolean {
  return wildcards.has(host);
}

/** Under which name others find what is bound to `host`: `advertised`, or from this machine alone the loopback interface. */
export function reachableHost(host: string, advertised: string | undefined): string {
  return advertised ?? (isWildcard(host) ? "127.0.0.1" : host);
}

/** As it stands in a URL. */
export function authorityOf(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
