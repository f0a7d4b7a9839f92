import { Line, type LineDeps } from "../../faults/line.js";
import type { Pipe, PipeListener } from "./pipe.js";

export interface ShapedPipe extends Pipe {
  /** What the real pipe reports to instead of `listener`. */
  listening(listener: PipeListener): PipeListener;
}

/**
 * A pipe over a slow or lossy line. Both directions have the same faults, each on its own.
 *
 * @param broken - Called when the line loses the same piece too often. The owner of the pipe then destroys it.
 */
export function shapedPipe(pipe: Pipe, deps: LineDeps, broken: () => void): ShapedPipe {
  const [out, back] = [new Line(deps, broken), new Line(deps, broken)];

  return {
    transport: pipe.transport,
    ...(pipe.url !== undefined && { url: pipe.url }),
    ...(pipe.headers !== undefined && { headers: pipe.headers }),
    get backlog() {
      return pipe.backlog + out.backlog;
    },
    write(pieces) {
      for (const piece of pieces) out.carry(piece.length, () => pipe.write([piece]));
    },
    end: () => out.carry(0, () => pipe.end()),
    destroy() {
      out.clear();
      back.clear();
      pipe.destroy();
    },
    listening: (listener) => ({
      received: (bytes) => back.carry(bytes.length, () => listener.received(bytes)),
      receivedText: (bytes) => back.carry(bytes, () => listener.receivedText(bytes)),
      closed: (reason) => back.carry(0, () => listener.closed(reason)),
    }),
  };
}
