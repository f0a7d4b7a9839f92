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

// `interop list | head` closes the pipe before we are done; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { enableCompileCache } = await import("../runtime/compile-cache.js");
enableCompileCache();
const { main } = await import("./main.js");
const code = await main(process.argv.slice(2));
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
