import { readdirSync, readFileSync } from "node:fs";

/** A process that was started by the provider and runs on after its driver has ended, or should have. */
export interface LeftProcess {
  readonly pid: number;
  /** Its command line, which may hold secrets. */
  readonly command: string;
  readonly fate: "killed" | "still running";
}

/** Where the kernel shows the environment with which each process started. Only Linux has it. */
const processes = "/proc";
/** Of a command line. */
const longestCommand = 1000;

/**
 * The processes whose environment holds `variable=value`. A child inherits it, also when it leaves the process group and its
 * parent, so a daemon is found. Empty where the machine does not tell.
 *
 * @param group The process group that is about to be killed.
 */
export function processesWith(variable: string, value: string, group: number | undefined): readonly LeftProcess[] {
  const entry = `${variable}=${value}`;
  return (attempt(() => readdirSync(processes)) ?? []).flatMap((name): readonly LeftProcess[] => {
    if (!/^\d+$/.test(name)) return [];
    // A process may end meanwhile, and those of other users are not readable. One that has ended has no environment.
    const environment = attempt(() => readFileSync(`${processes}/${name}/environ`, "latin1"));
    if (environment === undefined || !environment.split("\0").includes(entry)) return [];
    const words = attempt(() => readFileSync(`${processes}/${name}/cmdline`, "utf8")) ?? "";
    const command = words.replaceAll("\0", " ").trim().slice(0, longestCommand);
    return [{ pid: Number(name), command, fate: groupOf(name) === group ? "killed" : "still running" }];
  });
}

/** From `pid (name) state parent group …`; the name may hold blanks and brackets. */
function groupOf(pid: string): number | undefined {
  const status = attempt(() => readFileSync(`${processes}/${pid}/stat`, "latin1"));
  return status === undefined ? undefined : Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[2]);
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
