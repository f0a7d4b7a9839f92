import { reasonOf } from "../../core/coded-error.js";
import { DriverError } from "./errors.js";
import { exchangeTransport, type Transport } from "./transport.js";

/** A provider in this process. It sees and returns the very texts that would cross a pipe. */
export interface LocalProvider {
  /** Undefined leaves the request without an answer. */
  answer(message: string): Promise<string | undefined>;
  /** Ends as if it were killed, and begins again with what it has stored. */
  restart?(): Promise<void>;
  close(): Promise<void>;
}

export function localDriver(provider: LocalProvider): Transport {
  return exchangeTransport(
    (message) => provider.answer(message),
    (thrown) => new DriverError("driver-exited", `The provider in this process failed: ${reasonOf(thrown)}`),
    () => provider.close(),
    provider.restart && (() => provider.restart?.() ?? Promise.resolve()),
  );
}
