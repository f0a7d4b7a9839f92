import { InvalidArgumentError } from "commander";

/** Ways to show a run, as other test runners call them. */
export const reporters = ["dot", "list", "json", "github", "teamcity"] as const;
export type Reporter = (typeof reporters)[number];

/** What the reporters of a run mean: who shows the progress, and what is printed for other programs. */
export interface Showing {
  /** `auto`: a line that is rewritten on a terminal, a list elsewhere. */
  readonly progress: "auto" | "dot" | "list" | "none";
  readonly json: boolean;
  readonly github: boolean;
  readonly teamcity: boolean;
}

/** Reads `--reporter list,teamcity`, for commander. */
export function reporterNames(text: string): readonly Reporter[] {
  const names = text.split(",").map((name) => name.trim());
  const known = names.filter(isReporter);
  if (known.length < names.length) throw new InvalidArgumentError(`Wanted one or more of ${reporters.join(", ")}.`);
  return known;
}

interface Asked {
  readonly reporter?: readonly Reporter[];
  readonly quiet?: boolean;
  readonly json?: boolean;
  readonly annotations?: "github" | "none";
}

/** `--annotations none` silences GitHub even where a reporter or the surroundings ask for it. */
export function showingOf({ reporter = [], quiet, json, annotations }: Asked, onGithub: boolean): Showing {
  const progress = reporter.find((name) => name === "dot" || name === "list") ?? "auto";
  return {
    progress: quiet === true ? "none" : progress,
    json: json === true || reporter.includes("json"),
    github: annotations === undefined ? onGithub || reporter.includes("github") : annotations === "github",
    teamcity: reporter.includes("teamcity"),
  };
}

function isReporter(name: string): name is Reporter {
  return (reporters as readonly string[]).includes(name);
}
