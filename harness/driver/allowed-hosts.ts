import { hostNameIn, hostNameOf, isLoopback } from "../../core/host-name.js";
import { DriverError } from "./errors.js";
import type { Result } from "./methods.js";

/**
 * For a driver on another machine that names servers to which the harness must not go: it would make requests there, from
 * within the user's network, on a stranger's word. No request follows a redirect, so the host of each URL decides.
 *
 * @param allowed Host names and addresses beside those of the loopback interface.
 */
export function forbiddenEndpoint(
  { endpoints }: Pick<Result<"provider.configure">, "endpoints">,
  allowed: readonly string[],
): DriverError | undefined {
  const names = new Set(allowed.map(hostNameOf));
  for (const member of ["jwks", "media", "push"] as const) {
    const url: string = endpoints[member];
    const host = hostNameIn(url);
    if (host !== undefined && (isLoopback(host) || names.has(host))) continue;
    const list = ["loopback addresses", ...allowed].join(", ");
    return new DriverError(
      "driver-host-refused",
      `Cannot use the provider's answer to provider.configure: endpoints.${member} is on ${host ? `the host ${host.slice(0, 100)}` : "no host"}, wanted one of: ${list}; with --url, --allow-host allows further hosts`,
    );
  }
  return undefined;
}
