/** What the system refuses because of this machine, and not because of us or the provider. */
const words: Readonly<Record<string, string>> = {
  EMFILE: "too many files are open in this process; raise the limit, for example by ulimit -n 4096",
  ENFILE: "too many files are open on this machine",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the quota of the disk is used up",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOMEM: "no memory is left",
  EAGAIN: "no further process can be started",
  EIO: "the disk does not work",
};

/** Why the machine refused, in words; undefined for any other error. */
export function systemProblem(thrown: unknown): string | undefined {
  // Errors of the system name a call; an error of ours that has the same code does not.
  const isOfSystem = typeof thrown === "object" && thrown !== null && "code" in thrown && "syscall" in thrown;
  if (!isOfSystem || typeof thrown.code !== "string" || !Object.hasOwn(words, thrown.code)) return undefined;
  return words[thrown.code];
}
