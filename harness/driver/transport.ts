import type { DriverError } from "./errors.js";

/** Largest answer of a driver: in characters where they come by line, in bytes where they come by HTTP. */
export const maximumAnswer = 256 * 1024 * 1024;

/** Carries JSON-RPC messages as text, one message a call. */
export interface Transport {
  send(message: string): void;
  /** Installs the one listener. Messages and the failure that arrived before are handed over at once. */
  listen(listener: TransportListener): void;
  /** Kills the driver without warning and starts it again; absent where the harness did not start it. Never rejects. */
  restart?(): Promise<void>;
  /** Ends the driver and frees what it held; never rejects. */
  close(): Promise<void>;
}

export interface TransportListener {
  message(text: string): void;
  /** The driver cannot be used any more. Called at most once. */
  failed(error: DriverError): void;
}

/** A transport over a function that answers requests: HTTP, or a provider in this process. */
export function exchangeTransport(
  exchange: (message: string) => Promise<string | undefined>,
  translate: (thrown: unknown) => DriverError,
  close: () => Promise<void> = async () => undefined,
  restart?: () => Promise<void>,
): Transport {
  let listener: TransportListener | undefined;
  let failure: DriverError | undefined;
  return {
    send(message) {
      exchange(message).then(
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
