import { redact } from "../reports/redact/redact.js";
import type { Terminal } from "./terminal.js";

export interface Recording extends Terminal {
  writeCommands(text: string): void;
  /** Everything that was written so far. */
  said(): string;
}

/** A terminal that takes what looks like a secret out of everything, and keeps what it wrote for a search. */
export function recordingOf(terminal: Terminal): Recording {
  const parts: string[] = [];
  function keep(text: string): string {
    const safe = redact(text);
    parts.push(safe);
    return safe;
  }
  return {
    colour: terminal.colour,
    live: terminal.live,
    // Windows change their size.
    get width() {
      return terminal.width;
    },
    get columns() {
      return terminal.columns ?? terminal.width;
    },
    write: (text) => terminal.write(keep(text)),
    writeCommands: (text) => (terminal.writeCommands ?? terminal.write)(keep(text)),
    said: () => parts.join(""),
  };
}
