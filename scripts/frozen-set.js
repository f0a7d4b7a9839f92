// The frozen set of requirements and checks, what the sources hold now, and how the two differ. Shared by freeze-set.js
// and its guard, tests/frozen-set.test.ts.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const setPath = "suites/requirements/sets/1.0.3.yaml";

/** Requirement id to "level grade", check id to "version digest"; empty when there is no set yet. */
export function readSet(root) {
  try {
    const { requirements, checks } = parse(readFileSync(join(root, setPath), "utf8"));
    return { requirements, checks };
  } catch (thrown) {
    if (thrown.code !== "ENOENT") throw thrown;
    return { requirements: {}, checks: {} };
  }
}

/** The same for what is there now. */
export function currentSet(root) {
  const folder = join(root, "suites/requirements");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const rows = files.flatMap((name) => parse(readFileSync(join(folder, name), "utf8")));
  const checks = rows.flatMap((row) => row.checks ?? []);
  return {
    requirements: Object.fromEntries(rows.map(({ id, level, grade }) => [id, `${level} ${grade}`])),
    checks: Object.fromEntries(
      checks.map((id) => [id, stateOf(readFileSync(join(root, "suites", `${id}.ts`), "utf8"))]),
    ),
  };
}

/** What is wrong with the current state in view of the frozen one, and what was added since. */
export function compareWithSet(frozen, current) {
  const problems = [];
  const say = (kind, id, message) => problems.push({ kind, id, message: `${id}: ${message}` });
  for (const [id, state] of Object.entries(frozen.requirements)) {
    const now = current.requirements[id];
    if (now === undefined)
      say("removed", id, "the requirement is gone, and ids are never taken out; exclude it instead");
    else if (now !== state)
      say("regraded", id, `"${state}" is frozen, found "${now}"; give the new rule an id of its own`);
  }
  for (const [id, state] of Object.entries(frozen.checks)) {
    const now = current.checks[id];
    const [version, digest] = state.split(" ");
    if (now === undefined) say("removed", id, "the check is gone, or no requirement names it any more");
    else if (Number(now.split(" ")[0]) < Number(version))
      say("older", id, `version ${version} is frozen, found ${now}`);
    else if (now.split(" ")[0] === version && now.split(" ")[1] !== digest) {
      say(
        "changed",
        id,
        "it judges by other code under the same version; raise its version, or run freeze-set.js --same",
      );
    }
  }
  const added = Object.keys(current.checks).filter((id) => frozen.checks[id] === undefined);
  return { problems, added };
}

/** Version, and a digest of the code from what proves that the question was put to the end of judging. */
function stateOf(source) {
  const version = /^ {2}version: (\d+),$/m.exec(source)?.[1] ?? "1";
  const from = source.indexOf("  reached");
  const judged = source
    .slice(from, source.indexOf("\n  hint:", from))
    .replace(/\/\/.*$/gm, "")
    .replaceAll(/\s+/g, "");
  return `${version} ${createHash("sha256").update(judged).digest("hex").slice(0, 12)}`;
}
