import { spawn } from "node:child_process";
import type { Environment } from "./io.js";

/** The program that opens a file with what the desktop has for it, and its arguments before the file. */
export function openerFor(platform: NodeJS.Platform, env: Environment): readonly [string, ...string[]] {
  const own = env["BROWSER"] ?? "";
  // Some systems list several with colons; the first is the preferred one.
  if (own !== "" && own !== "none") return [own.split(":")[0] ?? own];
  if (platform === "darwin") return ["open"];
  return platform === "win32" ? ["rundll32", "url.dll,FileProtocolHandler"] : ["xdg-open"];
}

/** Opens a file for a person. Resolves with the reason when nothing could be started. Waits for no window to close. */
export function showFile(path: string, env: Environment): Promise<string | undefined> {
  const [command, ...args] = openerFor(process.platform, env);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, path], { stdio: "ignore", detached: true });
    child.once("error", (error) => resolve(error.message));
    child.once("spawn", () => {
      child.unref();
      resolve(undefined);
    });
  });
}
