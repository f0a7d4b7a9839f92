import { reasonOf } from "../../core/coded-error.js";
import { DriverError } from "./errors.js";
import { exchangeTransport, maximumAnswer, type Transport } from "./transport.js";

/**
 * A driver that is already running and takes JSON-RPC requests by POST at one URL.
 *
 * @param maximumBytes Of an answer; 256 MiB unless told.
 */
export function httpDriver(url: string, maximumBytes = maximumAnswer): Transport {
  const abort = new AbortController();
  return exchangeTransport(
    async (message) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: message,
        redirect: "error",
        signal: abort.signal,
      });
      const text = await textOf(response, url, maximumBytes);
      if (!response.ok) {
        throw new DriverError(
          "driver-refused",
          `Cannot call the provider's driver at ${url}: HTTP status ${response.status}, wanted 200 with a JSON-RPC response`,
        );
      }
      return text;
    },
    (thrown) =>
      thrown instanceof DriverError
        ? thrown
        : new DriverError(
            "driver-unreachable",
            `Cannot reach the provider's driver at ${url}: ${connectReason(thrown)}`,
          ),
    async () => abort.abort(),
  );
}

async function textOf({ body }: Response, url: string, maximumBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  // What is left by a throw is cancelled, which closes the connection.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maximumBytes) {
      throw new DriverError(
        "driver-line-too-long",
        `Cannot read the answer of the provider's driver at ${url}: it exceeds ${maximumBytes} bytes`,
      );
    }
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

/** `fetch` hides what happened ("fetch failed") in the cause. */
function connectReason(thrown: unknown): string {
  const hasCause = typeof thrown === "object" && thrown !== null && "cause" in thrown && thrown.cause !== undefined;
  return reasonOf(hasCause ? thrown.cause : thrown);
}
