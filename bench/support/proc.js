import { readFileSync } from "node:fs";

/** Linux counts processor time in ticks of 10 ms. */
const tickMs = 10;

/** Milliseconds of processor time that a process has used, user and system. */
export function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in parentheses may hold spaces; utime and stime are fields 14 and 15 of the whole line.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Resident memory of a process in bytes. */
export function rssOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

/** The most resident memory that a process ever had, in bytes. */
export function peakRssOf(pid) {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

/** How many files and sockets a process of ours may have open. */
export function maximumOpenFiles() {
  const line = /^Max open files\s+(\S+)\s+(\S+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
  // Node raises its own soft limit to the hard one.
  return line[2] === "unlimited" ? Number.POSITIVE_INFINITY : Number(line[2]);
}
