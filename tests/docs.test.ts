import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { filesBelow, productSources, root } from "./sources.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

const rootPages = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];
const pages = [...rootPages, ...filesBelow("docs").filter((path) => path.endsWith(".md"))];

/** Codes by the folder that declares them: every `export const …ErrorCodes = [ … ] as const`. */
function declaredCodes(): readonly { readonly code: string; readonly path: string }[] {
  return productSources().flatMap(({ path, text }) =>
    [...text.matchAll(/export const \w+ErrorCodes = \[([^\]]*)\] as const/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/"([^"]+)"/g)].map(([, code = ""]) => ({ code, path })),
    ),
  );
}

/** Codes that a page of docs/errors explains: its third-level headings. */
function explainedCodes(): readonly { readonly code: string; readonly page: string; readonly text: string }[] {
  return filesBelow("docs/errors").flatMap((page) =>
    read(page)
      .split(/^### /m)
      .slice(1)
      .map((section) => {
        const [code = "", ...text] = section.split("\n");
        return { code: code.replaceAll("`", "").trim(), page, text: text.join("\n").trim() };
      }),
  );
}

describe("the error catalogue", () => {
  const declared = declaredCodes();
  const explained = explainedCodes();

  test("explains every code that the project can throw", () => {
    const known = new Set(explained.map(({ code }) => code));
    expect(declared.length).toBeGreaterThan(50);
    expect(declared.filter(({ code }) => !known.has(code)).map(({ code, path }) => `${path}: ${code}`)).toEqual([]);
  });

  test("explains nothing else", () => {
    const known = new Set(declared.map(({ code }) => code));
    expect(explained.filter(({ code }) => !known.has(code)).map(({ code, page }) => `${page}: ${code}`)).toEqual([]);
  });

  test("says something about each", () => {
    expect(explained.filter(({ text }) => text.length < 30).map(({ code, page }) => `${page}: ${code}`)).toEqual([]);
  });

  test("has every page in its index", () => {
    const index = read("docs/errors/README.md");
    const files = filesBelow("docs/errors").map((path) => posix.basename(path));
    expect(files.filter((file) => file !== "README.md" && !index.includes(`(${file})`))).toEqual([]);
  });
});

describe("links between pages", () => {
  test.each(pages)("%s leads to files and headings that exist", (page) => {
    const broken = linksOf(page).filter((link) => !exists(page, link));
    expect(broken).toEqual([]);
  });
});

describe("commands in the pages", () => {
  const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

  test.each(pages)("%s names only npm scripts that exist", (page) => {
    const commands = codeOf(read(page)).matchAll(/\bnpm (?:run )?(?:--silent )?([a-z][a-z:]*)/g);
    const named = [...commands].map(([, name = ""]) => name);
    const npmOwn = ["ci", "install", "link", "pack"];
    expect(named.filter((name) => scripts[name] === undefined && !npmOwn.includes(name))).toEqual([]);
  });
});

describe("facts", () => {
  const facts = new Set([...read("docs/facts.md").matchAll(/^\*\*(\d+)\*\* /gm)].map(([, number]) => number));
  const wire = new Set([...read("docs/wire.md").matchAll(/^###? ([\d.]+) /gm)].map(([, number]) => number));
  const citing = [
    ...productSources(),
    ...[...filesBelow("suites/requirements"), "profiles/whatsapp.json", ...filesBelow("proto")]
      .filter((path) => !path.includes("/gen/"))
      .map((path) => ({ path, text: read(path) })),
  ];

  function unknown(citation: RegExp, known: ReadonlySet<string | undefined>): readonly string[] {
    return citing.flatMap(({ path, text }) =>
      [...text.matchAll(citation)]
        .flatMap(([, numbers = ""]) => numbers.split(/, | and /))
        .filter((number) => !known.has(number))
        .map((number) => `${path}: ${number}`),
    );
  }

  test("that are cited are written down", () => {
    expect(unknown(/\bfacts? (\d+(?:(?:, | and )\d+)*)/g, facts)).toEqual([]);
  });

  test("about the wire that are cited are written down", () => {
    expect(unknown(/\bwire (\d(?:\.\d+)?(?:(?:, | and )\d(?:\.\d+)?)*)/g, wire)).toEqual([]);
  });
});

describe("commands that show a check failing", () => {
  const shown = pages.flatMap((page) =>
    [...read(page).matchAll(/interop run (\S+\/\S+) .*--mutant ([\w-]+)/g)].map(([, id = "", mutant = ""]) => ({
      page,
      id,
      mutant,
    })),
  );

  test("name a mutant that the check is there to find", () => {
    expect(shown.length).toBeGreaterThan(0);
    const broken = shown.filter(({ id, mutant }) => !read(`suites/${id}.ts`).includes(`"${mutant}": `));
    expect(broken).toEqual([]);
  });
});

/** Fenced blocks and inline code. */
function codeOf(text: string): string {
  return [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([code]) => code).join("\n");
}

/** Relative targets of Markdown links. */
function linksOf(page: string): readonly string[] {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function exists(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : posix.join(dirname(page), file);
  try {
    const headings = target.endsWith(".md") ? read(target).match(/^#+ .*$/gm) : null;
    if (anchor === undefined) return headings !== null || filesBelow(target).length > 0 || read(target) !== "";
    return headings?.some((heading) => slug(heading) === anchor) ?? false;
  } catch {
    return false;
  }
}

/** The anchor that code hosts give a heading. */
function slug(heading: string): string {
  const text = heading.replace(/^#+ /, "").toLowerCase();
  return text.replace(/[^\w\- ]/g, "").replaceAll(" ", "-");
}
