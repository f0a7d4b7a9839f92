import type { RunInfo } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { isRecord } from "../../core/is-record.js";
import { builtInProfile, isBuiltIn } from "../../profiles/built-in.js";
import type { Profile } from "../../profiles/profile.js";
import { profileDigest, withDocument } from "../../profiles/resolve.js";
import { changesBetween } from "../../profiles/values.js";
import type { Doubt, StoredRun } from "../stored/stored-run.js";
import { harnessVersion } from "../version.js";

/**
 * What a run says about itself decides what its checks ask: the profile, which capabilities are mandatory; the capabilities,
 * which checks apply. Each is held against something that is recorded or known elsewhere.
 */
export function bindingDoubts({ trace: { header, entries } }: StoredRun): readonly Doubt[] {
  const { run, profile, cause } = header;
  const text = profileProblem(run, profile);
  return [
    ...(text === undefined ? [] : [{ kind: "profile-edited" as const, text }]),
    // A run that was stopped may have ended before the provider could describe itself.
    ...(cause === null ? providerDoubts(run, entries) : []),
  ];
}

function profileProblem({ profile: stated, harness }: RunInfo, values: unknown): string | undefined {
  if (!isRecord(values) || profileDigest(values) !== stated.sha256) {
    return "The values of the profile in trace.ndjson do not have the digest that the run states";
  }
  const { name, version } = values;
  if (name !== stated.name || version !== stated.version) {
    return `The run states the profile ${stated.name} ${stated.version}, trace.ndjson holds another one`;
  }
  if (harness !== harnessVersion()) return undefined;
  if (!isBuiltIn(stated.name)) return hiddenChange(stated, values);
  const { sha256 } = withDocument(builtInProfile(stated.name), stated.version);
  return sha256 === stated.sha256
    ? undefined
    : `The profile has the name of the bundled profile ${stated.name} and other values`;
}

/** Reports tell how far a profile is modified by what the run states of it. */
function hiddenChange({ name, own }: RunInfo["profile"], values: object): string | undefined {
  if (own === undefined || !isBuiltIn(own.base)) {
    return `The profile ${name} is not bundled, and the run does not state which values it changes`;
  }
  const base = builtInProfile(own.base);
  const stated = new Map(own.values.map((value) => [value.path, JSON.stringify([value.base, value.value])]));
  // Only looked up by path, so it need not have the form of a profile.
  const hidden = changesBetween(base, { ...base, profile: values as Profile }).find(
    ({ path, before, after }) => stated.get(path) !== JSON.stringify([before ?? null, after]),
  );
  return hidden && `The profile ${name} changes ${hidden.path} of ${own.base}, and the run does not state it`;
}

function providerDoubts({ provider }: RunInfo, entries: readonly TraceEntry[]): readonly Doubt[] {
  const described = entries.flatMap((entry) =>
    entry.kind === "driver" && entry.part === "response" && entry.method === "provider.describe" ? [entry.result] : [],
  );
  if (described.length === 0) {
    return [{ kind: "provider-edited", text: "trace.ndjson holds no answer to provider.describe" }];
  }
  const { name, version, capabilities } = provider;
  const stated = JSON.stringify([name, version, capabilities]);
  const fits = (result: unknown): boolean =>
    isRecord(result) && JSON.stringify([result["name"], result["version"], result["capabilities"]]) === stated;
  return described.every(fits)
    ? []
    : [
        {
          kind: "provider-edited",
          text: "Name, version or capabilities of the provider are not those of its recorded answer to provider.describe",
        },
      ];
}
