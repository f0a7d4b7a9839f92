import type { Environment, Output } from "./io.js";

/** One output stream, with what it can show. */
export interface Terminal {
  write(text: string): void;
  /** Writes commands of ours to a build server (default: like any other text). */
  writeCommands?(text: string): void;
  readonly colour: boolean;
  /** A person is looking: the last line may be rewritten. */
  readonly live: boolean;
  /** Columns of text, never too few to read. */
  readonly width: number;
  /** Columns of a line that is rewritten: what the terminal really has (default: `width`). */
  readonly columns?: number;
}

/** For output that goes to no terminal; narrow enough for a log viewer. */
const plainWidth = 100;

export function terminalOf(stream: Output, env: Environment): Terminal {
  const isTerminal = stream.isTTY === true && env["TERM"] !== "dumb";
  return {
    write: (text) => void stream.write(text),
    writeCommands(text) {
      if (stream.writeCommands === undefined) stream.write(text);
      else stream.writeCommands(text);
    },
    colour: wantsColour(env, isTerminal),
    live: isTerminal && env["CI"] === undefined,
    get width() {
      // Terminals that do not know their size say 0.
      return isTerminal ? Math.max(40, Math.min(stream.columns || 80, 120)) : plainWidth;
    },
    get columns() {
      return isTerminal && stream.columns ? Math.min(stream.columns, 120) : plainWidth;
    },
  };
}

/** https://no-color.org: present and not empty means no; FORCE_COLOR overrules what the stream is. */
function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  return force === undefined ? isTerminal : force !== "0" && force !== "false";
}
