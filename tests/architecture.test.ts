import { describe, expect, test } from "@jest/globals";
import { exampleSources, type Import, type Layer, layers, productSources, type SourceFile } from "./sources.js";

/**
 * Who may import whom; a layer may always import itself. `types` may be imported as types only. The reasons are in
 * docs/decisions/0001-layers.md.
 */
const rules: Readonly<Record<Layer, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  core: { values: [] },
  runtime: { values: ["core"] },
  proto: { values: ["core"] },
  protocol: { values: ["proto", "core"] },
  signal: { values: ["protocol", "proto", "core"] },
  profiles: { values: ["core"] },
  faults: { values: ["protocol", "signal", "core"] },
  harness: { values: ["core"], types: ["profiles", "faults"] },
  "mock-server": {
    values: ["protocol", "signal", "profiles", "faults", "core", "runtime"],
    types: ["harness/ports", "harness/model"],
  },
  suites: { values: ["harness", "protocol", "fixtures", "core"], types: ["profiles"] },
  fixtures: { values: [] },
  "reference-provider": { values: ["protocol", "signal", "core", "runtime"] },
  reports: { values: ["harness/model", "core"] },
  load: { values: ["harness", "core"] },
  cli: { values: layers },
};

/** The folders that may import a package; nobody else may. */
const doorkeepers: Readonly<Record<string, readonly string[]>> = {
  "@noble/curves": ["protocol/xeddsa"],
  "allure-js-commons": ["reports/allure"],
  "@sinclair/typebox": ["mock-server/schema", "mock-server/servers/admin/contract"],
  ajv: ["harness/model", "mock-server/schema", "protocol/stanza", "profiles"],
  commander: ["cli"],
  express: ["mock-server", "reference-provider"],
  "fast-xml-parser": ["protocol/stanza"],
  "hdr-histogram-js": ["load"],
  jose: ["protocol/token", "cli/archive"],
  "libsignal-x3dh": ["signal"],
  "@signalapp/libsignal-client": ["signal"],
  "libxml2-wasm": ["protocol/stanza/xml/testing"],
  "p-map": ["cli/mutants"],
  "prom-client": ["mock-server/servers/admin"],
  protobufjs: ["proto"],
  saxes: ["protocol/stanza"],
  "tar-stream": ["cli/archive"],
  uqr: ["cli/manual"],
  ws: ["mock-server/servers/chat", "reference-provider/channel", "reference-provider/server"],
  yaml: ["profiles", "cli/input", "cli/baseline"],
};

/** Node modules that do no input or output. */
const harmless = ["node:buffer", "node:crypto", "node:util", "node:zlib", "node:assert"];

const sources = productSources();

function breaches(judge: (file: SourceFile, imported: Import) => boolean): readonly string[] {
  return sources.flatMap((file) =>
    file.imports
      .filter((imported) => judge(file, imported))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

/** The name of the package that a specifier belongs to. */
function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

describe("the import graph", () => {
  test("is read: there are sources, and they import", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });

  test("keeps the layers", () => {
    const found = breaches(({ layer }, { target, typeOnly }) => {
      if (target === undefined || isBelow(target, [layer])) return false;
      const { values, types = [] } = rules[layer];
      return !isBelow(target, typeOnly ? [...values, ...types] : values);
    });
    expect(found).toEqual([]);
  });

  test("enters each package through its doorkeeper", () => {
    const found = breaches(({ path }, { specifier, target }) => {
      if (target !== undefined || specifier.startsWith("node:")) return false;
      return !isBelow(path, doorkeepers[packageOf(specifier)] ?? []);
    });
    expect(found).toEqual([]);
  });

  test("keeps input and output out of protocols, suites and judging", () => {
    const pure: readonly Layer[] = ["core", "proto", "protocol", "faults", "suites"];
    const found = breaches(
      ({ layer, path }, { specifier }) =>
        (pure.includes(layer) ||
          isBelow(path, ["harness/checks", "harness/model", "harness/trace", "mock-server/engine"])) &&
        specifier.startsWith("node:") &&
        !harmless.includes(specifier),
    );
    expect(found).toEqual([]);
  });

  test("loads TypeBox and express late: each takes longer than the rest of the endpoint", () => {
    const start = ["cli/bin.ts", "mock-server/index.ts", "mock-server/jest.ts"];
    const loaded = loadedWith(start)
      .filter(({ imports }) => imports.some(isLate))
      .map(({ path }) => path);
    expect(loaded).toEqual([]);
    expect(sources.filter(({ imports }) => imports.some(isLate)).length).toBeGreaterThan(5);
  });

  test("keeps our code out of the examples: they show what others can do without it", () => {
    const files = exampleSources();
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(files.length);
    const found = files.flatMap(({ path, imports }) => {
      const own = path.split("/").slice(0, 2).join("/");
      return imports
        .filter(({ specifier, target }) =>
          target === undefined ? packageOf(specifier) === "interop-conformance" : !isBelow(target, [own]),
        )
        .map(({ specifier }) => `${path} imports ${specifier}`);
    });
    expect(found).toEqual([]);
  });

  test("has no cycle", () => {
    expect(cycles()).toEqual([]);
  });

  test("has no two neighbouring folders that import each other, types included", () => {
    expect(mutualNeighbours()).toEqual([]);
  });
});

/** Folders of one parent that import each other, with all that lies below them. */
function mutualNeighbours(): readonly string[] {
  const edges = new Set(
    sources.flatMap(({ path, imports }) => imports.flatMap(({ target }) => edgeBetweenNeighbours(path, target) ?? [])),
  );
  return [...edges].filter((edge) => {
    const [from = "", to = ""] = edge.split(" and ");
    return from < to && edges.has(`${to} and ${from}`);
  });
}

/** The two folders where the paths part; undefined when one of the files lies in the parent of the other's folder. */
function edgeBetweenNeighbours(from: string, to: string | undefined): string | undefined {
  const [one, other] = [from, to ?? from].map((path) => path.split("/").slice(0, -1));
  const at = one?.findIndex((name, place) => name !== other?.[place]) ?? -1;
  if (one === undefined || other === undefined || at < 1 || at >= other.length) return undefined;
  return `${one.slice(0, at + 1).join("/")} and ${other.slice(0, at + 1).join("/")}`;
}

function isLate({ specifier, typeOnly }: Import): boolean {
  return ["@sinclair/typebox", "express"].includes(packageOf(specifier)) && !typeOnly;
}

/** What Node loads before it runs these modules. */
function loadedWith(start: readonly string[]): readonly SourceFile[] {
  const files = new Map(sources.map((file) => [file.path, file]));
  const found = new Set(start);
  for (const path of found) {
    for (const { target, typeOnly, dynamic } of files.get(path)?.imports ?? []) {
      if (target !== undefined && !typeOnly && !dynamic) found.add(target);
    }
  }
  return [...found].flatMap((path) => files.get(path) ?? []);
}

/** Depth first; each file is left once, so a cycle is reported where it closes. */
function cycles(): readonly string[] {
  const files = new Map(sources.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (trail.includes(path) || done.has(path)) return;
    for (const { target } of files.get(path)?.imports ?? []) {
      if (target !== undefined) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return found;
}
