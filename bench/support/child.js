import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * A script of this folder in a separate process. `ask` calls one of the functions that it passes to `answerParent`; the
 * answer crosses as JSON.
 */
export function startChild(path, args = [], execArgv = []) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const child = fork(file, args.map(String), { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const waiting = new Map();
  let count = 0;
  child.on("message", ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(`${path}: ${error}`));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.once("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${path} ended with ${code}`));
  });
  return {
    pid: child.pid,
    ask: (name, ...params) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, params });
      }),
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** The child's side: serves `functions` until the parent is gone. */
export function answerParent(functions) {
  async function answer({ id, name, params }) {
    try {
      process.send({ id, result: await functions[name](...params) });
    } catch (error) {
      process.send({ id, error: error.stack });
    }
  }
  process.on("message", (request) => void answer(request));
  process.once("disconnect", () => process.exit());
}
