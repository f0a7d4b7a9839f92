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
    expect(sums).toMatchObject({ mutants: 6, killed: 6, survived: [], mismatches: [] });
    const killed = rows.filter(({ kills }) => kills.length > 0);
    expect(killed.map(({ id, kills }) => [id, kills.map(({ check }) => check)])).toEqual(
      [
        "jwks-exponent-as-number",
        "jwks-leading-zero",
        "jwks-padded-modulus",
        "jwks-without-kid",
        "jwks-wrong-algorithm",
        "jwks-wrong-use",
      ].map((id) => [id, ["m1-identity/key-form"]]),
    );
    expect(stderr).toMatch(/^jwks-[a-z-]+ \d+ ms$/m);
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
