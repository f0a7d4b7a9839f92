import { reasonOf } from "../../core/coded-error.js";
import { DriverError } from "./errors.js";
import { exchangeTransport, type Transport } from "./transport.js";

/** A driver that is already running and takes JSON-RPC requests by POST at one URL. */
export function httpDriver(url: string): Transport {
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
      const text = await response.text();
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

/** `fetch` hides what happened ("fetch failed") in the cause. */
function connectReason(thrown: unknown): string {
  const hasCause = typeof thrown === "object" && thrown !== null && "cause" in thrown && thrown.cause !== undefined;
  return reasonOf(hasCause ? thrown.cause : thrown);
}
