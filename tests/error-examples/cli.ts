import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateAllure } from "../../cli/allure/generate.js";
import { readBaseline } from "../../cli/baseline/read.js";
import { readBundle } from "../../cli/archive/read.js";
import { keyFromFile } from "../../cli/archive/signature.js";
import { readConfig } from "../../cli/config/read.js";
import { decode } from "../../cli/codec/decode.js";
import type { CliErrorCode } from "../../cli/errors.js";
import { init } from "../../cli/init/init.js";
import { merge } from "../../cli/merge/merge.js";
import { conductMutants } from "../../cli/mutants/conduct.js";
import { endpointFor } from "../../cli/provider-endpoint.js";
import { judgeProviderGiven, judgeProviderOptions } from "../../cli/provider-options.js";
import { readText } from "../../cli/read-text.js";
import { openInLastReport } from "../../cli/run/conduct.js";
import { replay } from "../../cli/replay/replay.js";
import { type ServeOptions, serve } from "../../cli/serve/serve.js";
import { assertPossible } from "../../cli/load/load.js";
import { readStoredRun } from "../../cli/stored/stored-run.js";
import { sampleInput } from "../../reports/testing/sample-run.js";
import { writeReports } from "../../reports/write.js";
import { checks } from "../../suites/index.js";
import { testProfile } from "../../mock-server/testing/rig.js";
import { example, type Examples } from "./example.js";
import { silentIo } from "../support/interop.js";
import { inFolder } from "./reports.js";

/** Runs `use` with a file that holds `text`. */
function withFile(
  name: string,
  text: string | Buffer,
  use: (file: string, folder: string) => unknown,
): Promise<unknown> {
  return inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return use(file, folder);
  });
}

const ed448 = generateKeyPairSync("ed448").privateKey.export({ type: "pkcs8", format: "pem" });

const serving: ServeOptions = {
  profile: "whatsapp",
  listen: "127.0.0.1",
  port: 0,
  tcpPort: 0,
  adminListen: "127.0.0.1",
  adminPort: 0,
  journalLimit: 100,
  journalSize: 1,
};

export const cli: Examples<CliErrorCode> = {
  "conflicting-options": example("A driver is to be started and to be running already", () =>
    judgeProviderOptions({ provider: "python3 driver.py", url: "http://127.0.0.1:8080/rpc" }),
  ),
  "bad-option-value": example("A URL has no scheme", () => judgeProviderOptions({ url: "localhost:8080/rpc" })),
  "no-provider": example("A pipeline does not say which provider it tests", () =>
    judgeProviderGiven({ reference: true }, { CI: "true" }),
  ),
  "unknown-id": example("A mutant is misspelt", () =>
    conductMutants([], { reach: true, mutant: ["skips-root-chek"] }, silentIo()),
  ),
  "no-earlier-report": example("--only-failed comes first", () =>
    inFolder((folder) => openInLastReport(checks, folder)),
  ),
  "file-unreadable": example("A baseline is named that is not there", () =>
    readText("interop.baseline.yaml", "the baseline"),
  ),
  "report-unreadable": example("A folder holds no report", () => inFolder(readStoredRun)),
  "trace-unjudgeable": example("Another program wrote a trace, with an empty profile", () =>
    inFolder(async (folder) => {
      await writeReports(folder, { ...sampleInput, profile: {} });
      return replay(join(folder, "trace.ndjson"), {}, silentIo());
    }),
  ),
  "input-malformed": example("A quote is missing", () =>
    withFile("interop.config.json", '{\n  "provider": "python3 driver.py,\n}', (_file, folder) => readConfig(folder)),
  ),
  "input-invalid": example("A field is misspelt", () =>
    withFile("interop.config.json", '{\n  "providr": "python3 driver.py"\n}', (_file, folder) => readConfig(folder)),
  ),
  "input-undecodable": example("A stanza is cut off", () =>
    decode("stanza", "00f8041d5145", { from: "auto" }, silentIo()),
  ),
  "baseline-unknown-check": example("A check in the baseline has another name by now", () =>
    withFile(
      "interop.baseline.yaml",
      "baseline: 1\nexpected:\n  - check: m2-channel/keep-alife\n    reason: ticket 12\n    expires: 2027-01-01\n",
      (file) =>
        readBaseline(
          file,
          checks.map(({ id }) => id),
        ),
    ),
  ),
  "bundle-malformed": example("A picture is named in place of a bundle", () =>
    withFile("badge.svg", "<svg/>", (file) => readBundle(file, undefined)),
  ),
  "key-unusable": example("The file of --key holds a key of Ed448", () =>
    withFile("key.pem", ed448, (file) => keyFromFile(file)),
  ),
  "file-not-writable": example("A driver is to be written below a file", () =>
    withFile("mine", "", (file) => init(join(file, "driver"), "python", silentIo())),
  ),
  "file-exists": example("A driver is written twice", () =>
    withFile("driver.py", "", (_file, folder) => init(folder, "python", silentIo())),
  ),
  "merge-conflict": example("A report was edited before it is merged", () =>
    inFolder(async (folder) => {
      await writeReports(folder, { ...sampleInput, profile: testProfile() as never });
      return merge([folder, folder], { out: join(folder, "whole") }, silentIo());
    }),
  ),
  "allure-unavailable": example("There is no Java", () =>
    inFolder(async (folder) => {
      await writeReports(folder, sampleInput);
      return generateAllure(folder, join(folder, "allure"), { PATH: folder });
    }),
  ),
  "cannot-listen": example("An address is named that is another machine's", () =>
    endpointFor({ listen: "192.0.2.1" }, { profile: testProfile() }),
  ),
  "too-few-descriptors": example("More users are wanted than this process may have open files", async () =>
    assertPossible(2000, 1, 1024),
  ),
  "ready-file-not-writable": example("The folder of the ready file is not there", () =>
    serve({ ...serving, readyFile: "absent/manifest.json" }, silentIo()),
  ),
  "key-log-not-writable": example("The folder of the key log is not there", () =>
    serve({ ...serving, keyLog: "absent/keys.log" }, silentIo()),
  ),
};
