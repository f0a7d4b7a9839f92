import type { ServerResponse } from "node:http";
import { Line, type LineDeps } from "../../faults/line.js";

/** What the media host does with a response: directly, or over a slow or lossy line. */
export interface Outlet {
  readonly destroyed: boolean;
  writeHead(status: number, headers?: Readonly<Record<string, string>>): void;
  /** `taken` is called when there is room for more, and also when the client has gone. */
  write(bytes: Uint8Array, taken?: () => void): void;
  end(bytes?: Uint8Array): void;
  destroy(): void;
}

/** A body is carried in pieces of this size. */
const pieceBytes = 16 * 1024;
/** About as much as a head takes. */
const headBytes = 200;

export function directOutlet(response: ServerResponse): Outlet {
  return {
    get destroyed() {
      return response.destroyed;
    },
    writeHead: (status, headers = {}) => void response.writeHead(status, headers),
    write: (bytes, taken) => void response.write(bytes, taken),
    end: (bytes) => void response.end(bytes),
    destroy: () => void response.destroy(),
  };
}

/** A response over a line, which has no effect on the request: that has arrived. */
export function shapedOutlet(response: ServerResponse, deps: LineDeps): Outlet {
  const direct = directOutlet(response);
  const line = new Line(deps, direct.destroy);
  response.on("close", () => line.clear());

  function write(bytes: Uint8Array, taken: () => void = () => undefined): void {
    if (bytes.length === 0) return line.carry(0, taken);
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      const piece = bytes.subarray(from, from + pieceBytes);
      line.carry(piece.length, () => direct.write(piece, from + pieceBytes < bytes.length ? undefined : taken));
    }
  }

  return {
    get destroyed() {
      return direct.destroyed;
    },
    writeHead: (status, headers) => line.carry(headBytes, () => direct.writeHead(status, headers)),
    write,
    end(bytes) {
      if (bytes !== undefined) write(bytes);
      line.carry(0, () => direct.end());
    },
    destroy: () => line.carry(0, direct.destroy),
  };
}
