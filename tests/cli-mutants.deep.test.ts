import { describe, expect, it } from "@jest/globals";
import { type Finished, spawnInterop } from "./support/interop.js";

interface Matrix {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: readonly string[];
  readonly rows: readonly { readonly id: string; readonly kills: readonly { readonly check: string }[] }[];
}

/** The processes that it starts need the build. */
function spawned(...args: readonly string[]): Promise<Finished> {
  return spawnInterop(args).finished;
}

describe("interop mutants", () => {
  it("prints the matrix of the mutants that a check names, as JSON", async () => {
    const { code, stdout, stderr } = await spawned("mutants", "m1-identity/key-form", "--json");
    const { rows, ...sums } = JSON.parse(stdout) as Matrix;
    expect(sums).toMatchObject({ mutants: 3, killed: 3, survived: [], mismatches: [] });
    expect(rows.map(({ id, kills }) => [id, kills.map(({ check }) => check)])).toEqual([
      ["jwks-without-kid", ["m1-identity/key-form"]],
      ["jwks-wrong-algorithm", ["m1-identity/key-form"]],
      ["jwks-wrong-use", ["m1-identity/key-form"]],
    ]);
    expect(stderr).toMatch(/^jwks-[a-z-]+ \d+ ms\n/);
    expect(code).toBe(0);
  });

  it("as a Markdown table", async () => {
    const { code, stdout } = await spawned("mutants", "m2-channel/header", "--md");
    expect(stdout).toContain("| `header-wrong-dictionary` | m2-channel/header | header bytes |");
    expect(code).toBe(0);
  });

  it("lists the mutants that survived", async () => {
    const { code, stdout } = await spawned("mutants", "m2-channel/header", "--mutant", "jwks-wrong-use");
    expect(stdout).toContain("Survived: jwks-wrong-use");
    expect(code).toBe(0);
  });
});
