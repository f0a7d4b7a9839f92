import type { Check } from "../../harness/checks/check.js";
import type { Requirement } from "../../harness/model/requirement.js";
import { type CatalogueRow, catalogueRows } from "../catalogue.js";

/** A folder of checks or a check, as test explorers of editors show them. */
interface TestItem {
  readonly id: string;
  readonly label: string;
  readonly children?: readonly TestItem[];
  /** Only on a check: what a runner needs to start it, and what it shows beside it. */
  readonly check?: {
    readonly requirement: string;
    readonly level: string;
    readonly sentence: string;
    /** Checks of one scenario run together. */
    readonly scenario: string;
    readonly tags: readonly string[];
    /** Words after `interop`. */
    readonly command: readonly string[];
  };
}

/** `--list-tests`: an id on each line; with `--json`, the tree of folders and checks. */
export function listTests(checks: readonly Check[], requirements: readonly Requirement[], json: boolean): string {
  const rows = catalogueRows(checks, requirements);
  if (!json) return rows.map(({ check }) => `${check.id}\n`).join("");
  return `${JSON.stringify({ schema: "interop-conformance/tests@1", tests: itemsBelow(rows, "") }, undefined, 2)}\n`;
}

/** The items directly below a folder, in suite order. */
function itemsBelow(rows: readonly CatalogueRow[], folder: string): readonly TestItem[] {
  const groups = new Map<string, CatalogueRow[]>();
  for (const row of rows) {
    const [name = ""] = row.check.id.slice(folder.length).split("/");
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([label, within]) => {
    const id = `${folder}${label}`;
    const own = within.find(({ check }) => check.id === id);
    const below = within.filter((row) => row !== own);
    return {
      id,
      label,
      ...(own !== undefined && { check: shown(own) }),
      ...(below.length > 0 && { children: itemsBelow(below, `${id}/`) }),
    };
  });
}

function shown({ check, requirement }: CatalogueRow): NonNullable<TestItem["check"]> {
  return {
    requirement: requirement.id,
    level: requirement.level,
    sentence: requirement.sentence,
    scenario: check.scenario.id,
    tags: [requirement.level, requirement.grade, ...(check.scenario.slow === undefined ? [] : ["slow"])],
    command: ["run", check.id],
  };
}
