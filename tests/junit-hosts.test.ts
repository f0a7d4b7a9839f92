import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { renderJunit } from "../reports/junit/render.js";
import { sampleInput, sampleResult } from "../reports/testing/sample-run.js";
import { hostile, inFolder, interop, reference } from "./support/interop.js";
import { schemaProblems } from "./support/xsd.js";

const hosts = ["jenkins", "gitlab", "github"] as const;
const sample = renderJunit(sampleResult, sampleInput.requirements);

/** Problems by host; a host that takes the file is not in it. */
function refusals(text: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    hosts
      .map((host) => [host, schemaProblems(`junit/${host}.xsd`, text)] as const)
      .filter(([, problems]) => problems.length > 0),
  );
}

describe("junit.xml", () => {
  it("of every verdict there is, is what the hosts read", () => {
    expect(new Set(sampleResult.checks.map(({ verdict }) => verdict)).size).toBe(7);
    expect(refusals(sample)).toEqual({});
  });

  it.each([
    ["green", undefined],
    ["red", reference("--mutant", "enlist-zero-signature")],
    ["stopped", hostile("exits-later")],
  ])("of a %s run is too", async (_name, provider) => {
    await inFolder(async (folder) => {
      await interop(
        "run",
        "m1-identity",
        "--out",
        folder,
        ...(provider === undefined ? ["--reference"] : ["--provider", provider]),
      );
      expect(refusals(readFileSync(join(folder, "junit.xml"), "utf8"))).toEqual({});
    });
  });
});

describe("the schemas of the hosts", () => {
  it.each([
    ["an attribute that Jenkins does not know", "<testsuites ", '<testsuites timestamp="x" ', ["jenkins"]],
    ["a type that GitLab's reader acts upon", 'type="fail"', 'type="yaml"', ["gitlab"]],
    ["a case without class", / classname="[^"]*"/, "", ["gitlab", "github"]],
    ["a case without name", / name="m\d-[^"]*\/[^"]*"/, "", ["jenkins", "gitlab", "github"]],
    ["a time that is no number", / time="[^"]*" skipped/, ' time="soon" skipped', ["jenkins", "github"]],
    ["a reason that only an attribute gives", /(<skipped [^>]*>)[^<]+</, "$1<", ["gitlab"]],
    ["a failure without title", /<failure message="[^"]*"/, "<failure", ["github"]],
  ])("refuse %s", (_name, from, to, by) => {
    const changed = sample.replace(from, to);
    expect(changed).not.toBe(sample);
    expect(Object.keys(refusals(changed))).toEqual(by);
  });
});
