// Runs a command while busy-loop processes take the processors, and ends with its exit code:
//   node scripts/under-load.js 8 -- npm test
// The loops end with the command, with this script, and with whoever started it.
import { spawn } from "node:child_process";
import { constants } from "node:os";

const at = process.argv.indexOf("--");
const count = Number(process.argv[2]);
const [command, ...args] = at === 3 ? process.argv.slice(4) : [];
if (!Number.isInteger(count) || count < 0 || count > 64 || command === undefined) {
  console.error(
    "Run under load: found other arguments; wanted node scripts/under-load.js N -- COMMAND, with N from 0 to 64",
  );
  process.exit(2);
}

/** Ends by itself when the pipe to it closes, which also happens when this script is killed. */
const loop = `process.stdin.on("end", () => process.exit()).resume();
(function turn() { for (let until = Date.now() + 50; Date.now() < until; ); setImmediate(turn); })();`;
const loops = Array.from({ length: count }, () =>
  spawn(process.execPath, ["-e", loop], { stdio: ["pipe", "ignore", "inherit"] }),
);

const child = spawn(command, args, { stdio: "inherit", shell: process.platform === "win32" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`Run under load: "${command}" did not start: ${error.message}`);
  end(127);
});
child.on("close", (code, signal) => end(code ?? 128 + constants.signals[signal]));

function end(code) {
  for (const each of loops) each.kill("SIGKILL");
  process.exit(code);
}
