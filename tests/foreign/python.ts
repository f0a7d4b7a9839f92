import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

// The packages of Debian belong to this one; another python3 may come first in the path.
export const python = ["/usr/bin/python3", "python3"].find((each) => spawnSync(each, ["--version"]).status === 0);

/** Debian's names of what examples/python-provider needs and this machine lacks. */
export const missing: readonly string[] =
  python === undefined ? ["python3"] : [...packagesMissing(python), ...protocMissing()];

/** Compiled modules would lie beside the sources. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
}

function packagesMissing(command: string): readonly string[] {
  const packages = {
    cryptography: "python3-cryptography",
    aiohttp: "python3-aiohttp",
    jwt: "python3-jwt",
    "google.protobuf": "python3-protobuf",
    axolotl: "python3-axolotl",
  };
  return Object.entries(packages)
    .filter(([module]) => spawnSync(command, ["-c", `import ${module}`]).status !== 0)
    .map(([, name]) => name);
}

function protocMissing(): readonly string[] {
  const folders = (process.env["PATH"] ?? "").split(":");
  return folders.some((each) => existsSync(join(each, "protoc"))) ? [] : ["protobuf-compiler"];
}
