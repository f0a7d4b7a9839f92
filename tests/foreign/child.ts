import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import { root } from "../sources.js";
import type { OpenClient } from "./clients.js";

export interface ClientEvent {
  readonly event: string;
  // What a foreign client reports is looked at member by member in the tests.
  readonly key?: any;
  readonly text?: any;
  readonly status?: any;
  readonly connection?: any;
  readonly qr?: any;
  readonly id?: any;
  readonly image?: any;
  readonly file?: any;
  readonly pushName?: any;
  readonly presences?: any;
}

/** A foreign client in a process of its own, with a folder for its keys that outlives the process. */
export class ForeignClient {
  readonly folder: string;
  readonly events: ClientEvent[] = [];
  readonly #package: OpenClient["package"];
  readonly #ca: string;
  readonly #answers = new Map<number, (answer: any) => void>();
  readonly #waiters = new Set<() => void>();
  #child: ChildProcessWithoutNullStreams | undefined;
  #count = 0;

  /** @param ca - Path of a PEM file that the client trusts. */
  constructor(client: Pick<OpenClient, "package">, ca: string) {
    this.#package = client.package;
    this.#ca = ca;
    this.folder = mkdtempSync(join(tmpdir(), "foreign-client-"));
  }

  /** Starts the process and reads the stored keys, or makes some. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, "tests/foreign/client.mjs"), this.#package], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: this.#ca, NODE_OPTIONS: "" },
    });
    this.#child = child;
    child.stderr.on("data", (chunk: Buffer) => {
      if (process.env["CLIENT_LOG"] !== undefined) process.stderr.write(chunk);
    });
    createInterface({ input: child.stdout }).on("line", (line) => this.#take(line));
    await this.ask("load", { folder: this.folder });
  }

  async ask(op: string, params: object = {}): Promise<any> {
    const call = ++this.#count;
    const answer = new Promise<any>((resolve) => {
      this.#answers.set(call, resolve);
    });
    this.#child?.stdin.write(`${JSON.stringify({ call, op, ...params })}\n`);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${op}: ${error}`);
    return result;
  }

  /** The first event from now on, or since `since`, that fits. */
  async event(
    name: string,
    fits: (event: ClientEvent) => boolean = () => true,
    { ms = 15_000, since = 0 }: { readonly ms?: number; readonly since?: number } = {},
  ): Promise<ClientEvent> {
    const find = (): ClientEvent | undefined =>
      this.events.slice(since).find((event) => event.event === name && fits(event));
    const cancelled = new AbortController();
    const deadline = after(ms, "late" as const, { signal: cancelled.signal });
    deadline.catch(() => undefined);
    try {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        let wake = (): void => undefined;
        const next = new Promise<"event">((resolve) => {
          wake = () => resolve("event");
        });
        this.#waiters.add(wake);
        const outcome = await Promise.race([next, deadline]);
        this.#waiters.delete(wake);
        if (outcome === "late") {
          throw new Error(
            `no ${name} within ${ms} ms; came: ${JSON.stringify(this.events.slice(since)).slice(0, 3000)}`,
          );
        }
      }
    } finally {
      cancelled.abort();
    }
  }

  /** Ends the process; the folder stays for the next start. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.stdin.end(`${JSON.stringify({ call: 0, op: "stop" })}\n`);
    // The timer alone keeps nobody waiting.
    const kill = after(3000, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
    await Promise.race([exited, kill]);
    this.events.length = 0;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #take(line: string): void {
    const said = JSON.parse(line) as { readonly call?: number } & ClientEvent;
    if (said.call === undefined) this.events.push(said);
    else this.#answers.get(said.call)?.(said);
    for (const wake of this.#waiters) wake();
  }
}
