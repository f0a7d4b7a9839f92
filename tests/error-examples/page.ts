import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { root } from "../sources.js";
import type { Example } from "./example.js";

/** Stands before every example, and nowhere else. */
const mark = "Example: ";

/** A page of docs/errors, with one section for each code. */
export class ErrorPage {
  readonly #path: string;
  readonly #text: string;

  constructor(name: string) {
    this.#path = join(root, "docs", "errors", `${name}.md`);
    this.#text = readFileSync(this.#path, "utf8");
  }

  get codes(): readonly string[] {
    return [...this.#text.matchAll(/^### `?([\w-]+)`?$/gm)].map(([, code = ""]) => code);
  }

  /** The example that the page shows for `code`; empty when it shows none. */
  exampleOf(code: string): string {
    const section = this.#sections().find(({ head }) => head === code);
    const at = section?.body.indexOf(`\n${mark}`) ?? -1;
    return at === -1 ? "" : (section?.body.slice(at).trim() ?? "");
  }

  /** Writes the page with these examples in place of those that it has. */
  write(shown: ReadonlyMap<string, string>): void {
    const [intro = ""] = this.#text.split(/^### /m, 1);
    const sections = this.#sections().map(({ head, line, body, tail }) => {
      const at = body.indexOf(`\n${mark}`);
      const prose = (at === -1 ? body : body.slice(0, at)).trim();
      const example = shown.get(head);
      return `### ${line}\n\n${prose}\n${example === undefined ? "" : `\n${example}\n`}${tail === "" ? "" : `\n${tail}\n`}`;
    });
    writeFileSync(this.#path, `${intro}${sections.join("\n")}`);
  }

  /** What begins a new group of codes stands at the end of the section before it. */
  #sections(): readonly {
    readonly head: string;
    readonly line: string;
    readonly body: string;
    readonly tail: string;
  }[] {
    return this.#text
      .split(/^### /m)
      .slice(1)
      .map((section) => {
        const [line = "", ...rest] = section.split("\n");
        const [body = "", ...groups] = rest.join("\n").split(/^(?=## )/m);
        return { head: line.replaceAll("`", ""), line, body, tail: groups.join("").trim() };
      });
  }
}

/** What a page shows of an example. */
export function shownAs({ when }: Example, message: string): string {
  return `${mark}${when}.\n\n\`\`\`text\n${settled(message)}\n\`\`\``;
}

/** Without what differs from machine to machine: folders, ports, names that a run makes, the words of a shell. */
function settled(message: string): string {
  return message
    .replaceAll(`${root}/`, "")
    .replaceAll(new RegExp(`${tmpdir()}/interop-[\\w-]+`, "g"), "/somewhere")
    .replaceAll(tmpdir(), "/somewhere")
    .replaceAll(/\.\d+\.tmp\b/g, ".1234.tmp")
    .replaceAll(/\b127\.0\.0\.1:\d{5}\b/g, "127.0.0.1:40000")
    .replace(/ \(line \d+ column \d+\)/, "")
    .replace(/(Cannot start the provider with "[^"]*": ).*$/s, "$1sh: not found")
    .replaceAll(/\b999\d{9}(?=@)/g, "999123456789")
    .replaceAll(/\b3EB0[0-9A-F]{12,}\b/g, "3EB0AABBCCDDEEFF001122");
}
