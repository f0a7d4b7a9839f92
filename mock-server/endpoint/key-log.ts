import { closeSync, fchmodSync, fstatSync, openSync, writeSync } from "node:fs";
import { toHex } from "../../core/bytes.js";
import type { NoiseKeyLog } from "../side/secrets.js";

/**
 * A file of secrets, one line each, with which recorded traffic can be decrypted: `LABEL id secret`. For TLS it is the
 * key log that browsers and Wireshark know. Noise gets lines of the same shape, which TLS tools pass over:
 *
 *     NOISE_CLIENT_TRAFFIC_KEY <client ephemeral> <AES-256-GCM key of what the client sends>
 *     NOISE_SERVER_TRAFFIC_KEY <client ephemeral> <AES-256-GCM key of what the server sends>
 *
 * All in hex. The ephemeral key stands in clear in ClientHello, so it finds the connection in a recording, as the
 * client random does for TLS.
 */
export interface KeyLog {
  /** For the `keylog` event of a TLS server: a line with its line break. */
  readonly tls: (line: Uint8Array) => void;
  readonly noise: NoiseKeyLog;
  close(): void;
}

/**
 * Appends to `file` and makes it readable only for its owner. Throws the system's error if that fails.
 *
 * @param onFailure Hears once that a line could not be written, as on a full disk. No further line is written then, and the
 *   connections go on.
 */
export function openKeyLog(file: string, onFailure: (error: unknown) => void = () => undefined): KeyLog {
  const descriptor = openSync(file, "a", 0o600);
  // A pipe or a device belongs to others.
  if (fstatSync(descriptor).isFile()) fchmodSync(descriptor, 0o600);
  let open = true;

  /** Synchronously, so that the line is written before the first frame that it decrypts. */
  function write(text: string | Uint8Array): void {
    if (!open) return;
    try {
      if (typeof text === "string") writeSync(descriptor, text);
      else writeSync(descriptor, text);
    } catch (thrown) {
      close();
      onFailure(thrown);
    }
  }

  function close(): void {
    if (open) closeSync(descriptor);
    open = false;
  }

  return {
    tls: write,
    noise(clientEphemeral, { send, receive }) {
      const id = toHex(clientEphemeral);
      write(
        `NOISE_CLIENT_TRAFFIC_KEY ${id} ${toHex(receive.exportKey())}\n` +
          `NOISE_SERVER_TRAFFIC_KEY ${id} ${toHex(send.exportKey())}\n`,
      );
    },
    close,
  };
}
