import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { gateVariables } from "../cli/gate/settings.js";
import { readPipeline } from "./support/jenkinsfile.js";
import { root } from "./sources.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Each as the value that its schema in tests/fixtures/ci judges. */
const files = [
  { path: "ci/github-action/action.yml", schema: "github-action", value: parse },
  { path: "ci/gitlab/interop.gitlab-ci.yml", schema: "gitlab-ci", value: parse },
  { path: "ci/compose.yaml", schema: "compose", value: parse },
  { path: "ci/jenkins/Jenkinsfile", schema: "jenkinsfile", value: readPipeline },
] as const;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });

function judge(schema: string, value: unknown): readonly unknown[] {
  ajv.validate(JSON.parse(read(`tests/fixtures/ci/${schema}.schema.json`)), value);
  return ajv.errors ?? [];
}

describe.each(files)("$path", ({ path, schema, value }) => {
  it("is what its host reads", () => {
    expect(judge(schema, value(read(path)))).toEqual([]);
  });
});

describe("the schemas", () => {
  it.each([
    ["github-action", "ci/github-action/action.yml", "using: composite", "using: composit"],
    ["github-action", "ci/github-action/action.yml", "      shell: sh\n", ""],
    ["gitlab-ci", "ci/gitlab/interop.gitlab-ci.yml", "when: always", "when: ever"],
    ["gitlab-ci", "ci/gitlab/interop.gitlab-ci.yml", "  script:", "  skript:"],
    ["compose", "ci/compose.yaml", "depends_on:", "dependsOn:"],
    ["compose", "ci/compose.yaml", "condition: service_healthy", "condition: healthy"],
    ["jenkinsfile", "ci/jenkins/Jenkinsfile", "steps {", "step {"],
    ["jenkinsfile", "ci/jenkins/Jenkinsfile", "agent any", ""],
  ])("of %s refuses %s with %j changed", (schema, path, from, to) => {
    const changed = read(path).replace(from, to);
    expect(changed).not.toBe(read(path));
    expect(judge(schema, schema === "jenkinsfile" ? readPipeline(changed) : parse(changed))).not.toEqual([]);
  });
});

test("inputs of the GitHub action are all used, and reach a shell as variables only", () => {
  const text = read("ci/github-action/action.yml");
  const action = parse(text) as { inputs: object; runs: { steps: readonly { run?: string }[] } };
  for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name} }}`);
  // Text of a pull request must not become a command.
  for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
});

test("every variable of the templates is one that the gate knows", () => {
  const known = new Set(["INTEROP", ...gateVariables]);
  for (const { path } of files) {
    for (const name of read(path).match(/\bINTEROP(?:_[A-Z]+)?\b/g) ?? []) expect(known).toContain(name);
  }
});

describe("the compose file", () => {
  const compose = parse(read("ci/compose.yaml")) as {
    readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly volumes: object;
  };
  const services = Object.entries(compose.services);

  it("refers to services and volumes that it has", () => {
    for (const [, { depends_on: needs = [], volumes = [] }] of services) {
      for (const name of Array.isArray(needs) ? needs : Object.keys(needs as object)) {
        expect(Object.keys(compose.services)).toContain(name);
      }
      for (const [, name] of (volumes as readonly string[]).map((text) => /^([\w-]+):/.exec(text) ?? [])) {
        if (name !== undefined) expect(Object.keys(compose.volumes)).toContain(name);
      }
    }
  });

  it("names hosts by the services that answer there", () => {
    for (const [name, { command = [] }] of services) {
      const words = command as readonly string[];
      const advertised = words[words.indexOf("--advertise") + 1];
      if (words.includes("--advertise")) expect(advertised).toBe(name);
      const host = /http:\/\/([\w-]+):/.exec(words.join(" "))?.[1];
      if (host !== undefined) expect(Object.keys(compose.services)).toContain(host);
    }
  });
});

describe("the Dockerfile", () => {
  const text = read("ci/Dockerfile");
  const instructions = text
    .split("\n")
    .map((line) => /^([A-Z]+) +(.*)$/.exec(line) ?? [])
    .flatMap(([, name, rest]) => (name === undefined || rest === undefined ? [] : [{ name, rest }]));

  it("has nothing that a linter finds", () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace("HEALTHCHECK --interval=5s", "HEALTHCHECK --intervall=5s"))).not.toEqual([]);
  });

  it("copies what is there and not left out of the context", () => {
    const ignored = read(".dockerignore").split("\n").filter(Boolean);
    const sources = instructions
      .filter(({ name, rest }) => name === "COPY" && !rest.startsWith("--from"))
      .flatMap(({ rest }) => rest.split(" ").slice(0, -1));
    expect(sources).toContain("package-lock.json");
    for (const source of sources) {
      expect([source, existsSync(join(root, source)), ignored.includes(source)]).toEqual([source, true, false]);
    }
  });

  it("runs nothing as root, and gives commands as lists of words", () => {
    const last = (name: string): string => instructions.findLast((one) => one.name === name)?.rest ?? "";
    expect(last("USER")).not.toMatch(/^(root|0)?$/);
    expect(instructions.findIndex(({ name }) => name === "USER")).toBeLessThan(
      instructions.findIndex(({ name }) => name === "ENTRYPOINT"),
    );
    for (const name of ["ENTRYPOINT", "CMD"]) expect(Array.isArray(JSON.parse(last(name)))).toBe(true);
  });

  it("builds on images of a named version", () => {
    for (const { rest } of instructions.filter(({ name }) => name === "FROM")) {
      expect(rest).toMatch(/^[\w./-]+:(?!latest)[\w.-]+( AS \w+)?$/);
    }
  });
});

test.each(["ci.yml", "release.yml"])(
  "the workflow %s uses actions by their commit, and keeps no credentials",
  (name) => {
    const workflow = parse(read(`.github/workflows/${name}`)) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly { uses?: string; with?: object }[] }>>;
    };
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const { uses } of steps) expect(uses ?? "").toMatch(/^$|^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
  },
);
