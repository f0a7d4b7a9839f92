import type { RunInfo } from "../../harness/model/result.js";

/** Name and version; a provider that never introduced itself has no version. */
export function providerLabel({ provider }: Pick<RunInfo, "provider">): string {
  return `${provider.name} ${provider.version}`.trim();
}
