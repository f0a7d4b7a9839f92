#!/usr/bin/env node
// Nothing is imported before the version check: what follows may not even parse on an older Node.
const wanted = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  process.stderr.write(
    `interop: starting: found Node ${process.versions.node}; wanted ${wanted.join(".")} or later; install a current Node.js\n`,
  );
  process.exit(2);
}

try {
  const { endWith, watchOutput } = await import("./output-errors.js");
  watchOutput();
  const { enableCompileCache } = await import("../runtime/compile-cache.js");
  enableCompileCache();
  const { processIo } = await import("./io.js");
  const { main } = await import("./main.js");
  endWith(await main(process.argv.slice(2), processIo));
} catch (thrown) {
  // `main` reports everything else. Node itself would end with 1, which says that a check failed.
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  if (!/^E[MN]FILE\b/.test(reason)) throw thrown;
  process.stderr.write(
    `interop: This machine stands in the way: too many files are open; raise the limit, for example by ulimit -n 4096 (${reason})\n`,
  );
  process.exit(4);
}
