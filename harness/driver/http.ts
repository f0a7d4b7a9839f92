import { reasonOf } from "../../core/coded-error.js";
import { shownUrl } from "../../core/shown.js";
import { DriverError } from "./errors.js";
import { requestTransport, maximumAnswer, type Transport } from "./transport.js";

/**
 * A running driver that takes JSON-RPC requests by POST at one URL.
 *
 * @param maximumBytes Of an answer (default: 256 MiB).
 */
export function httpDriver(url: string, maximumBytes = maximumAnswer): Transport {
  const abort = new AbortController();
  const { address, authorization } = withoutUser(url);
  const shown = shownUrl(url);
  return requestTransport(
    async (message) => {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: message,
        redirect: "error",
        signal: abort.signal,
      });
      const text = await textOf(response, shown, maximumBytes);
      if (!response.ok) {
        throw new DriverError(
          "driver-refused",
          `Cannot call the provider's driver at ${shown}: HTTP status ${response.status}, wanted 200 with a JSON-RPC response`,
        );
      }
      return text;
    },
    (thrown) =>
      thrown instanceof DriverError
        ? thrown
        : new DriverError(
            "driver-unreachable",
            `Cannot reach the provider's driver at ${shown}: ${connectReason(thrown)}`,
          ),
    async () => abort.abort(),
  );
}

/** `fetch` takes no user in a URL; RFC 7617 says how it is sent. */
function withoutUser(url: string): {
  readonly address: string;
  readonly authorization?: { readonly authorization: string };
} {
  const address = new URL(url);
  const { username, password } = address;
  if (username === "" && password === "") return { address: url };
  address.username = address.password = "";
  const user = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64");
  return { address: address.href, authorization: { authorization: `Basic ${user}` } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
