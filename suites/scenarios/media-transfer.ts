import type { FaultRequest } from "../../harness/ports/faults.js";
import { sampleFile, showFile } from "../kit/files.js";
import { scenario } from "../kit/index.js";

const faults: readonly FaultRequest[] = [
  { fault: "media-unavailable" },
  { fault: "media-broken-off" },
  { fault: "media-slow", params: { pieces: 5, everyMs: 60 } },
];

/** Files that are in order and arrive with difficulties, after one that arrives without. */
export const mediaTransfer = scenario("scenarios/media-transfer", ["media-receive"], async ({ meta, provider }) => {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("document"));
  const sent = [];
  for (const fault of faults) {
    meta.arm(fault);
    sent.push(await bob.send(alice.login, sampleFile("document")));
  }
  for (const { id } of sent) await alice.event("message", (event) => event["id"] === id);
});
