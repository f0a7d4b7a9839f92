import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";

/** What every file in `commands/` exports. Its heavy imports belong into the action, so that help stays quick. */
export interface CommandModule {
  /** Adds arguments, options and help to `command`, and an action that works with `io` and hands its exit code to `finish`.
   * `all` is every command. */
  define(command: Command, finish: (code: ExitCode) => void, io: Io, all: readonly CommandEntry[]): void;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

export const commandEntries: readonly CommandEntry[] = [
  {
    name: "run",
    summary: "test a provider and write the conformance report",
    load: () => import("./commands/run.js"),
  },
  {
    name: "gate",
    summary: "run the checks in a pipeline",
    load: () => import("./commands/gate.js"),
  },
  { name: "demo", summary: "test a good and a broken provider", load: () => import("./commands/demo.js") },
  {
    name: "init",
    summary: "write the skeleton of a driver",
    load: () => import("./commands/init.js"),
  },
  {
    name: "serve",
    summary: "run the simulated Meta endpoint alone",
    load: () => import("./commands/serve.js"),
  },
  { name: "list", summary: "list the checks", load: () => import("./commands/list.js") },
  {
    name: "explain",
    summary: "explain a check or a requirement",
    load: () => import("./commands/explain.js"),
  },
  {
    name: "profile",
    summary: "show the values of a profile, and what rests on them",
    load: () => import("./commands/profile.js"),
  },
  {
    name: "decode",
    summary: "read bytes of the protocol, and say what each means",
    load: () => import("./commands/decode.js"),
  },
  {
    name: "encode",
    summary: "write bytes of the protocol from XML or JSON",
    load: () => import("./commands/encode.js"),
  },
  {
    name: "vectors",
    summary: "write known answers to test an implementation against",
    load: () => import("./commands/vectors.js"),
  },
  {
    name: "doctor",
    summary: "try out a provider's driver before the first run",
    load: () => import("./commands/doctor.js"),
  },
  {
    name: "load",
    summary: "let simulated users talk with a provider at a rate",
    load: () => import("./commands/load.js"),
  },
  {
    name: "replay",
    summary: "judge a stored trace again, without a provider",
    load: () => import("./commands/replay.js"),
  },
  {
    name: "mutants",
    summary: "show which check catches which broken provider",
    load: () => import("./commands/mutants.js"),
  },
  {
    name: "report",
    summary: "write the files of a report anew",
    load: () => import("./commands/report.js"),
  },
  {
    name: "diff",
    summary: "compare two reports",
    load: () => import("./commands/diff.js"),
  },
  {
    name: "merge",
    summary: "make one report of the parts of a run",
    load: () => import("./commands/merge.js"),
  },
  {
    name: "verify",
    summary: "check whether a report can be relied upon",
    load: () => import("./commands/verify.js"),
  },
  {
    name: "bundle",
    summary: "pack a report into one signed archive",
    load: () => import("./commands/bundle.js"),
  },
  {
    name: "baseline",
    summary: "keep the list of known failures",
    load: () => import("./commands/baseline.js"),
  },
  {
    name: "completion",
    summary: "print completion for a shell",
    load: () => import("./commands/completion.js"),
  },
];
