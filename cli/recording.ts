import { redact } from "../reports/redact/redact.js";
import type { Terminal } from "./terminal.js";

export interface Recording extends Terminal {
  /** Everything that was written so far. */
  said(): string;
}

/** A terminal that takes what looks like a secret out of everything, and keeps what it wrote for a search. */
export function recordingOf(terminal: Terminal): Recording {
  const parts: string[] = [];
  return {
    colour: terminal.colour,
    live: terminal.live,
    // Windows change their size.
    get width() {
      return terminal.width;
    },
    write(text) {
      const safe = redact(text);
      parts.push(safe);
      terminal.write(safe);
    },
    said: () => parts.join(""),
  };
}
