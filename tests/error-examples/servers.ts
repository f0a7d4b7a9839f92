import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Runs `use` with the URL of a server that does this with every request. */
export async function serving<Result>(
  answer: (response: ServerResponse) => void,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const server: Server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    // A listening TCP server has an address of this shape.
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** `serving` one answer to whatever is asked. */
export function answering<Result>(
  status: number,
  body: string,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  return serving((response) => void response.writeHead(status).end(body), use);
}
