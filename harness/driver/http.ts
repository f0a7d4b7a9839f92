import { reasonOf } from "../../core/coded-error.js";
import { DriverError } from "./errors.js";
import { requestTransport, maximumAnswer, type Transport } from "./transport.js";

/**
 * A running driver that takes JSON-RPC requests by POST at one URL.
 *
 * @param maximumBytes Of an answer (default: 256 MiB).
 */
export function httpDriver(url: string, maximumBytes = maximumAnswer): Transport {
  const abort = new AbortController();
  return requestTransport(
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
  // A throw cancels the rest of the body, which closes the connection.
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

/** `fetch` says only "fetch failed"; its cause says why. */
function connectReason(thrown: unknown): string {
  const hasCause = typeof thrown === "object" && thrown !== null && "cause" in thrown && thrown.cause !== undefined;
  return reasonOf(hasCause ? thrown.cause : thrown);
}
