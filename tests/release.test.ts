import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { root } from "./sources.js";

interface Release {
  readonly manifest: { readonly version: string; readonly bin: object; readonly exports: object };
  readonly lock: { readonly version: string };
  readonly changelog: string;
  readonly tag: string;
  readonly files: readonly string[];
}

interface CheckRelease {
  promised(manifest: object): readonly string[];
  notesOf(changelog: string, version: string): string | undefined;
  obstacles(release: Release): readonly string[];
}

const { promised, notesOf, obstacles } = (await import(`${root}/scripts/check-release.js`)) as CheckRelease;

const { bin, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Release["manifest"];
const manifest = { bin, exports, version: "1.2.3" };
const good: Release = {
  manifest,
  lock: { version: "1.2.3" },
  changelog: "# Changelog\n\n## [Unreleased]\n\n## 1.2.3\n\nNews.\n\n## 1.2.2\n\n## 1.2.10\n\nOlder.\n",
  tag: "v1.2.3",
  files: promised(manifest),
};

describe("a release", () => {
  it("can go when versions, notes and files agree", () => {
    expect(obstacles(good)).toEqual([]);
    expect(good.files).toEqual(expect.arrayContaining(["dist/cli/bin.js", "dist/index.d.ts", "LICENSE"]));
  });

  it.each<[string, Partial<Release>, string]>([
    ["the tag", { tag: "v1.2.4" }, "the tag is v1.2.4; wanted v1.2.3"],
    ["the lock file", { lock: { version: "1.2.2" } }, "package-lock.json has version 1.2.2"],
    ["the change log", { changelog: "## 1.2.30\n\nNews.\n" }, 'no notes under "## 1.2.3"'],
    ["a version that stays unpublished", { changelog: "## 1.2.3\n\nNever published.\n" }, "was never published"],
    ["a file", { files: good.files.filter((path) => path !== "dist/index.js") }, "dist/index.js is promised"],
  ])("is held up by %s", (_what, change, sentence) => {
    expect(obstacles({ ...good, ...change })).toEqual([expect.stringContaining(sentence)]);
  });
});

describe("the notes of a version", () => {
  const notes = (version: string): string | undefined => notesOf(good.changelog, version);

  it("are those under its heading, with or without brackets, and not those of a longer number", () => {
    expect([notes("1.2.3"), notes("1.2.10"), notes("1.2.2"), notes("1.2.1")]).toEqual([
      "News.",
      "Older.",
      undefined,
      undefined,
    ]);
    expect(notesOf("## [1.2.3] - 2026-12-01\n\nNews.\n", "1.2.3")).toBe("News.");
  });
});
