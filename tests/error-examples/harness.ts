import { driverClient } from "../../harness/driver/client.js";
import { forbiddenEndpoint } from "../../harness/driver/allowed-hosts.js";
import type { DriverErrorCode } from "../../harness/driver/errors.js";
import { httpDriver } from "../../harness/driver/http.js";
import { spawnDriver } from "../../harness/driver/spawn.js";
import type { Transport } from "../../harness/driver/transport.js";
import { selectChecks, type selectorErrorCodes } from "../../harness/checks/plan.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { example, type Examples } from "./example.js";
import { answering } from "./servers.js";

/** What comes of a driver that says where its servers are. */
function configured(jwks: string, allowedHosts: readonly string[]): Error | undefined {
  return forbiddenEndpoint(
    { endpoints: { jwks, media: "http://127.0.0.1/m", push: "http://127.0.0.1/p" } },
    allowedHosts,
  );
}

/** What comes of asking a driver who it is. */
async function described(transport: Transport, callMs = 10_000): Promise<unknown> {
  const client = driverClient({ transport, clock: systemClock, callMs });
  try {
    const answer = await client.call("provider.describe", {});
    return answer.ok ? answer : answer.cause;
  } finally {
    await client.close();
  }
}

const command = (line: string, maximumLine?: number): Transport =>
  spawnDriver({ command: line, clock: systemClock, ...(maximumLine !== undefined && { maximumLine }) });

export const harness: Examples<DriverErrorCode | (typeof selectorErrorCodes)[number]> = {
  "driver-not-found": example("The driver was not built", () => described(command("./driver"))),
  "driver-exited": example("The driver stops when its settings are missing", () =>
    described(command("read line; echo no settings.toml >&2; exit 3")),
  ),
  "driver-unreachable": example("Nobody listens at the URL", () => described(httpDriver("http://127.0.0.1:9/driver"))),
  "driver-silent": example("The driver waits for more input", () => described(command("cat > /dev/null"), 200)),
  "driver-garbage": example("The driver logs to stdout", () =>
    described(command("read line; echo Listening on port 8080; cat > /dev/null")),
  ),
  "driver-schema": example("An answer has neither result nor error", () =>
    described(command('read line; echo \'{"jsonrpc":"2.0","id":1}\'; cat > /dev/null')),
  ),
  "driver-line-too-long": example("A line has 100 characters, and a reader who takes 64", () =>
    described(command(`read line; printf %0100d 0; cat > /dev/null`, 64)),
  ),
  "driver-refused": example("The URL is that of another server", () =>
    answering(404, "", (url) => described(httpDriver(url))),
  ),
  "driver-host-refused": example("The driver says that the key set is in the network of the person who tests", () =>
    configured("http://192.168.0.1/keys", ["driver.example"]),
  ),
  "unknown-selector": example("An id is misspelt", () => selectChecks(checks, ["m2-channel/keep-alife"])),
};
