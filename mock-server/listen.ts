import type { Server } from "node:net";

/** Resolves with the port that `server` is bound to. Rejects with the system's error when it cannot bind. */
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

/** Both or none: when the second cannot bind, the first is closed again. */
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

/** Resolves when the port is free and the last socket closed; an unbound server is closed already. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
