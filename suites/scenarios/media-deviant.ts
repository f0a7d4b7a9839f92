import type { FaultRequest } from "../../harness/ports/faults.js";
import { sampleFile, showFile, textIn } from "../kit/files.js";
import { pathIn } from "../kit/files-in.js";
import { scenario } from "../kit/index.js";

const faults: readonly FaultRequest[] = [
  { fault: "media-missing", params: { status: 404 } },
  { fault: "media-missing", params: { status: 410 } },
  { fault: "media-missing", params: { status: 403 } },
  { fault: "media-mac-wrong" },
  { fault: "media-enc-hash-wrong" },
  { fault: "media-hash-wrong" },
  { fault: "media-kind-wrong" },
  { fault: "media-truncated" },
  { fault: "media-surplus" },
  { fault: "media-length-wrong" },
];

/** Files that are not what their messages say, between two that are in order. */
export const mediaDeviant = scenario("scenarios/media-deviant", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("image"));
  for (const fault of faults) {
    meta.arm(fault);
    const { id } = await bob.send(alice.login, sampleFile("image"));
    const sealed = await wait("sealed", (entry) => entry.messageId === id);
    const path = textIn(sealed?.content, "directPath");
    await wait("http", ({ part, url }) => part === "response" && pathIn(url) === path);
  }
  await showFile(bob, alice, sampleFile("image"));
});
