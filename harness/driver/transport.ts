import { reasonOf } from "../../core/coded-error.js";
import { DriverError } from "./errors.js";

/** Largest answer of a driver: in characters where they come by line, in bytes where they come by HTTP. */
export const maximumAnswer = 256 * 1024 * 1024;

/** Carries JSON-RPC messages as text, one message a call. */
export interface Transport {
  send(message: string): void;
  /** Sets the only listener. It gets at once what arrived before: messages, or the failure. */
  listen(listener: TransportListener): void;
  /** Kills the driver without warning and starts it again; absent if the harness did not start it. Never rejects. */
  restart?(): Promise<void>;
  /** Ends the driver and frees what it held; never rejects. */
  close(): Promise<void>;
}

export interface TransportListener {
  message(text: string): void;
  /** The driver is no longer usable. Called at most once. */
  failed(error: DriverError): void;
}

/** A transport over a function that answers requests: by HTTP, or from a provider in this process. */
export function requestTransport(
  request: (message: string) => Promise<string | undefined>,
  translate: (thrown: unknown) => DriverError,
  close: () => Promise<void> = async () => undefined,
  restart?: () => Promise<void>,
): Transport {
  let listener: TransportListener | undefined;
  let failure: DriverError | undefined;
  return {
    send(message) {
      request(message).then(
        (answer) => {
          if (answer !== undefined) listener?.message(answer);
        },
        (thrown: unknown) => {
          failure ??= translate(thrown);
          listener?.failed(failure);
        },
      );
    },
    listen(next) {
      listener = next;
      if (failure !== undefined) next.failed(failure);
    },
    close,
    ...(restart !== undefined && { restart }),
  };
}

/** A provider in this process. It gets and returns the same texts that would go through a pipe. */
export interface LocalProvider {
  /** Undefined leaves the request without an answer. */
  answer(message: string): Promise<string | undefined>;
  /** Ends as if it were killed, and starts again with what it has stored. */
  restart?(): Promise<void>;
  close(): Promise<void>;
}

export function localDriver(provider: LocalProvider): Transport {
  return requestTransport(
    (message) => provider.answer(message),
    (thrown) => new DriverError("driver-exited", `The provider in this process failed: ${reasonOf(thrown)}`),
    () => provider.close(),
    provider.restart && (() => provider.restart?.() ?? Promise.resolve()),
  );
}
