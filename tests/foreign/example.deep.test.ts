import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { connectToMock } from "../../mock-server/index.js";
import { root } from "../sources.js";
import { inFolder, startInterop } from "../support/interop.js";
import { newestClient } from "./clients.js";

const { absent: notInstalled } = newestClient;
if (notInstalled !== undefined) console.warn(`Skipped "the example that pairs a client": ${notInstalled}`);

(notInstalled === undefined ? test : test.skip)(
  "the example that pairs a client over the admin API runs as its first lines say",
  async () => {
    await inFolder(async (folder) => {
      const readyFile = join(folder, "ready.json");
      const options = ["--profile", "whatsapp-consumer", "--tls", "--ready-file", readyFile];
      const { finished, says, stop } = startInterop(["serve", ...options]);
      await says("inspector at http://");
      const mock = await connectToMock(readyFile);
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: mock.manifest.tlsCa ?? "", NODE_OPTIONS: "" };
      const script = join(root, "examples", "baileys-chat", "chat.js");
      const { stdout } = await promisify(execFile)(process.execPath, [script, readyFile], { env, timeout: 45_000 });
      const [scanned, ...read] = stdout.split("\n").filter((line) => !line.startsWith("Closing"));
      expect(scanned).toMatch(/^Ada's phone scanned the code: the client is 999\d+:1@s\.whatsapp\.net$/);
      expect(read).toEqual(["Ben read: Hello Ben", "The client read: Hello Ada", ""]);
      stop();
      expect((await finished).code).toBe(0);
    });
  },
);
