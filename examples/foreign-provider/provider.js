import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.js";
import { fromText, Recent, toText } from "./memory.js";
import { startServer } from "./server.js";
import { metaTokens, Tokens } from "./tokens.js";
import { User } from "./user.js";

const capabilities = (
  "text text-receive media-receive image video audio voice document receipts read-receipts reactions replies typing blocking " +
  "push deletion reachability groups state token-rotation key-rotation timing"
).split(" ");

/** One server and any number of users. */
export class Provider {
  tokens = new Tokens();
  #users = new Map();
  #files = new Recent();
  #folder;
  #settings;
  #server;

  /** `folder`: where users outlive the process; none of them does without it. */
  constructor(folder) {
    this.#folder = folder;
  }

  describe() {
    const more = this.#folder === undefined ? [] : ["restart"];
    return { protocol: 1, name: "foreign-provider", version: "0.1", capabilities: [...capabilities, ...more] };
  }

  async configure(settings) {
    await this.#leave();
    this.#server?.close();
    this.#settings = settings;
    this.#server = await startServer({
      keySet: () => this.tokens.published(),
      verify: metaTokens(settings.meta),
      wake: (name) => this.#users.get(name)?.wake(),
      files: this.#files,
    });
    for (const { name, user } of this.#kept()) this.#users.set(name, new User(this.#depsOf(name), user));
    const { endpoints, tlsCa } = this.#server;
    return { endpoints, tlsCa };
  }

  async reset() {
    await this.#leave();
    this.#files.clear();
    if (this.#folder !== undefined) for (const { file } of this.#kept()) rmSync(file);
  }

  create(name = `user${this.#users.size + 1}@foreign.example`) {
    if (this.#users.has(name)) throw new Failure("user-exists", `Create user ${name}: there is one`);
    this.#users.set(name, new User(this.#depsOf(name)));
    return { user: name };
  }

  user(name) {
    const user = this.#users.get(name);
    if (user === undefined) throw new Failure("unknown-user", `Find user ${name}: there is none`);
    return user;
  }

  /** At Meta first; when Meta refuses, the user stays here too. */
  async delete(name) {
    await this.user(name).remove();
    this.#users.delete(name);
    if (this.#folder !== undefined) rmSync(this.#fileOf(name), { force: true });
  }

  async #leave() {
    const users = [...this.#users.values()];
    this.#users.clear();
    await Promise.all(users.map((user) => user.session.disconnect()));
  }

  #depsOf(name) {
    return {
      settings: this.#settings,
      files: this.#files,
      issueToken: () => this.tokens.issue(name, this.#settings),
      ...(this.#folder !== undefined && { store: (user) => this.#keep(name, user()) }),
    };
  }

  /** Whole or not at all: a kill may come at any time. */
  #keep(name, user) {
    const file = this.#fileOf(name);
    writeFileSync(`${file}.new`, toText({ name, user }));
    renameSync(`${file}.new`, file);
  }

  #fileOf(name) {
    return join(this.#folder, `${createHash("sha256").update(name).digest("hex")}.json`);
  }

  #kept() {
    if (this.#folder === undefined) return [];
    mkdirSync(this.#folder, { recursive: true });
    const files = readdirSync(this.#folder).filter((file) => file.endsWith(".json"));
    return files.map((each) => {
      const file = join(this.#folder, each);
      return { file, ...fromText(readFileSync(file, "utf8")) };
    });
  }
}
