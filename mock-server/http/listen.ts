import type { Server } from "node:net";

/** Resolves with the port that `server` is bound to. Rejects with the system's error if it cannot bind. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Binds both or none: if the second cannot bind, closes the first again. */
export async function listenOnBoth(
  host: string,
  [first, firstPort]: readonly [Server, number],
  [second, secondPort]: readonly [Server, number],
): Promise<readonly [number, number]> {
  const bound = await listen(first, host, firstPort);
  try {
    return [bound, await listen(second, host, secondPort)];
  } catch (thrown) {
    await stopListening(first);
    throw thrown;
  }
}

/** Resolves when the port is free and the last socket is closed; at once for a server that is not bound. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Addresses that a server can bind to, but that no client can connect to. */
const wildcards = new Set(["0.0.0.0", "::"]);

export function isWildcard(host: string): boolean {
  return wildcards.has(host);
}

/** The name under which clients reach what is bound to `host` (default for all interfaces: the loopback interface). */
export function reachableHost(host: string, advertised: string | undefined): string {
  return advertised ?? (isWildcard(host) ? "127.0.0.1" : host);
}

/** Host and port as in a URL. */
export function authorityOf(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
