import { withoutCommands, withoutInnerCommands } from "../reports/text/log-commands.js";
import type { Io, Output } from "./io.js";

/** The same, but nothing that a provider said can be a command to a build server; `writeCommands` is for
 * those of ours that begin a line. */
export function guarded(io: Io): Io {
  return { ...io, stdout: guardedOutput(io.stdout), stderr: guardedOutput(io.stderr) };
}

function guardedOutput(stream: Output): Output {
  return {
    write: (text) => stream.write(withoutCommands(text)),
    writeCommands: (text) => stream.write(withoutInnerCommands(text)),
    // Windows change their size.
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns ?? 0;
    },
  };
}

/** Longest part of a line that is held back. */
const longestLine = 65_536;

/** Passes text on by whole lines: what is looked for in it may come in pieces. */
export function byLines(write: (text: string) => void): (text: string) => void {
  let rest = "";
  return (text) => {
    rest += text;
    const end = rest.length > longestLine ? rest.length : rest.lastIndexOf("\n") + 1;
    if (end === 0) return;
    write(rest.slice(0, end));
    rest = rest.slice(end);
  };
}
