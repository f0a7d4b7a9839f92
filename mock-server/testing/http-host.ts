import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ReadBody, readBody } from "../http/exchange.js";

/** A real HTTP server of a test, in the place of a provider's server side. */
export interface HttpHost {
  /** Without a trailing slash. */
  readonly url: string;
  readonly requests: readonly HostRequest[];
  close(): Promise<void>;
}

export interface HostRequest extends Pick<IncomingMessage, "method" | "url" | "headers"> {
  readonly body: string;
}

/** Listens on a free port of the loopback interface. */
export async function httpHost(
  answer: (request: HostRequest, response: ServerResponse) => void | Promise<void>,
): Promise<HttpHost> {
  const requests: HostRequest[] = [];
  const server = createServer((incoming, response) => {
    void readBody(incoming, 64 * 1024).then(async ({ bytes }: ReadBody) => {
      const { method, url, headers } = incoming;
      const request = { method, url, headers, body: new TextDecoder().decode(bytes) };
      requests.push(request);
      await answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
