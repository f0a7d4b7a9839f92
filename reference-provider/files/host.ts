import { pipeline, Readable } from "node:stream";
import type { Request, Response } from "express";
import type { Clock, Timer } from "../../core/clock.js";
import type { FileBehaviour, FileRequest } from "../behaviour/files.js";

/** Encrypted files of all users, by reference. */
export interface FileStore {
  readonly files: ReadonlyMap<string, Uint8Array>;
  put(ref: string, blob: Uint8Array): void;
  remove(ref: string): void;
  clear(): void;
}

/** Of all files. The oldest are removed first, and then answered with 404. */
const maximumBytes = 512 * 2 ** 20;

export function createFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  function remove(ref: string): void {
    bytes -= files.get(ref)?.length ?? 0;
    files.delete(ref);
  }

  return {
    files,
    put(ref, blob) {
      remove(ref);
      files.set(ref, blob);
      bytes += blob.length;
      for (const oldest of files.keys()) {
        if (bytes <= maximumBytes || files.size === 1) return;
        remove(oldest);
      }
    },
    remove,
    clear() {
      files.clear();
      bytes = 0;
    },
  };
}

export interface FileHostDeps {
  readonly behaviour: FileBehaviour;
  readonly store: FileStore;
  readonly clock: Clock;
}

/**
 * Serves encrypted files to Meta's fetcher (interop facts 84 and 86). Only references that no one can guess protect them,
 * because no authentication of the fetcher is published (interop fact 87).
 */
export function fileHost({ behaviour, store, clock }: FileHostDeps): (request: Request, response: Response) => void {
  let open = 0;
  let host: ReturnType<FileBehaviour["host"]> | undefined;
  return ({ method, params, headers }, response) => {
    const ref = String(params["ref"] ?? "");
    // Made with every request, although only the first one is used: so a watched behaviour shows which scenarios need it.
    const made = behaviour.host(store.files, () => open);
    host ??= made;
    const { status, headers: said, body } = host({ method, ref, headers: headersOf(headers) });
    const length = behaviour.statesLength(method) ? { "content-length": `${body.length}` } : {};
    response.writeHead(status, { ...length, ...said });
    open += 1;
    const patience = behaviour.readerPatienceMs;
    let timer: Timer | undefined;
    const moved = (): void => {
      timer?.cancel();
      if (patience !== undefined) timer = clock.after(patience, () => response.destroy());
    };
    // Piece by piece: a body that is written in one go counts as finished even when its reader is gone.
    const pieces = Readable.from(method === "HEAD" ? [] : piecesOf(body, moved), { objectMode: false });
    pipeline(pieces, response, (failed) => {
      timer?.cancel();
      open -= 1;
      if (failed && behaviour.forgetsAborted) store.remove(ref);
    });
  };
}

/** No header that the host reads may come twice; the first of them counts. */
function headersOf(headers: Request["headers"]): FileRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]));
}

const pieceBytes = 256 * 1024;

function* piecesOf(body: Uint8Array, onPiece: () => void): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += pieceBytes) {
    onPiece();
    yield body.subarray(at, at + pieceBytes);
  }
}
