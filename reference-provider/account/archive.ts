import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromBase64Url, toBase64Url, utf8 } from "../../core/bytes.js";

/** What survives the end of the process: one text for each user. */
export interface Archive {
  users(): ReadonlyMap<string, string>;
  /** Returns when a crash can no longer lose it. */
  save(user: string, text: string): void;
  forget(user: string): void;
}

/** Outlives a provider in this process, but not the process. */
export function memoryArchive(): Archive {
  const texts = new Map<string, string>();
  return {
    users: () => new Map(texts),
    save: (user, text) => void texts.set(user, text),
    forget: (user) => void texts.delete(user),
  };
}

const extension = ".json";

/** A file for each user, which only its owner can read. Half-written files are ignored. */
export function folderArchive(folder: string): Archive {
  mkdirSync(folder, { recursive: true });
  const pathOf = (user: string): string => join(folder, `${toBase64Url(utf8(user))}${extension}`);
  return {
    users() {
      const names = readdirSync(folder).filter((name) => name.endsWith(extension));
      return new Map(names.map((name) => [userIn(name), readFileSync(join(folder, name), "utf8")]));
    },
    save(user, text) {
      const path = pathOf(user);
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    forget: (user) => rmSync(pathOf(user), { force: true }),
  };
}

function userIn(name: string): string {
  return Buffer.from(fromBase64Url(name.slice(0, -extension.length)) ?? []).toString("utf8");
}
