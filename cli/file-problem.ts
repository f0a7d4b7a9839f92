import { reasonOf } from "../core/coded-error.js";
import { systemProblem } from "../core/system-problem.js";

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "this is a folder",
  EEXIST: "a file is in the way",
};

/** Why a file could not be read or written, in words; the system's own message where there are none. */
export function fileProblem(thrown: unknown): string {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
  return words[code] ?? systemProblem(thrown) ?? reasonOf(thrown);
}
