import type { Check } from "../../harness/checks/check.js";
import type { RunResult } from "../../harness/model/result.js";
import { replayTrace } from "../../harness/runner/replay.js";
import type { Profile } from "../../profiles/profile.js";
import type { StoredTrace } from "../../reports/index.js";
import { checks as allChecks, requirements } from "../../suites/index.js";

/** A stored run, judged by this version. */
export interface Rejudged {
  readonly result: RunResult;
  /** Planned checks that this version does not have. */
  readonly gone: readonly string[];
  /** Planned checks that this version judges by another version of the check. */
  readonly changed: readonly { readonly check: Check; readonly planned: number }[];
}

/** Judges a stored trace with the checks of this version: no provider, no network. */
export function rejudge({ header, entries }: StoredTrace): Rejudged {
  const versions = new Map(header.plan.map(({ id, version }) => [id, version]));
  const checks = allChecks.filter(({ id }) => versions.has(id));
  const known = new Set(checks.map(({ id }) => id));
  const { run, cause } = header;
  // This program wrote the profile in the header. If another one did, judging reports a harness fault at worst.
  const profile = header.profile as unknown as Profile;
  return {
    result: replayTrace({ checks, requirements, profile, run, cause, entries }),
    gone: header.plan.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    changed: checks.flatMap((check) => {
      const planned = versions.get(check.id) ?? 0;
      return planned === check.version ? [] : [{ check, planned }];
    }),
  };
}
