import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { concat, utf8 } from "../../core/bytes.js";
import type { FaultId } from "../../harness/ports/faults.js";
import type { FileContent, FileType } from "../../harness/ports/file.js";
import { fileTypes } from "../../harness/ports/file.js";
import { traceOf } from "../../harness/trace/trace.js";
import { loadProfile } from "../../profiles/load.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { openMedia } from "../../protocol/media/open.js";
import { downloadPath } from "../../protocol/media/paths.js";
import { sealMedia } from "../../protocol/media/seal.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { MediaStore } from "../media/store.js";
import { type HttpHost, httpHost } from "../testing/http-host.js";
import { messageTo, type ProviderPeer, providerPeer } from "../testing/provider-peer.js";

const { profile } = await loadProfile("whatsapp");
const plain = utf8("A picture of a quick brown fox, jumping over a lazy dog");
const mediaKey = new Uint8Array(32).fill(3);

let peer: ProviderPeer;
let store: MediaStore;

beforeEach(() => {
  peer = providerPeer({ profile, clock: movableClock(systemClock), random: seededRandom("media") });
  store = peer.media;
});

function file(type: FileType): FileContent {
  return { type, data: plain, mimetype: "x/y", ...(type === "document" && { fileName: "a.txt" }) };
}

/** What the provider's user received: the stanza and the content in it. */
async function receive(): Promise<{ readonly message: StanzaNode; readonly content: MediaContent }> {
  await peer.settle();
  const [message = node("none")] = peer.take("message");
  const content = await peer.open(message);
  if (content.type !== "media") throw new Error(`Found ${content.type}, wanted media`);
  return { message, content };
}

describe("a file of a simulated user", () => {
  test.each(fileTypes)("%s is stored on Meta's media host and opens", async (type) => {
    const user = await peer.users.create();
    await user.send(peer.login, file(type));
    const { message, content } = await receive();
    const mediatype = type === "voice" ? "ptt" : type;
    expect(message.attrs["type"]).toBe("media");
    expect(childNamed(message, "enc")?.attrs["mediatype"]).toBe(mediatype);
    expect(content).toMatchObject({ kind: type, mimetype: "x/y", fileLength: plain.length });
    expect(content.directPath).toMatch(/^\/v\/t/);
    const blob = store.get(content.directPath)?.blob ?? new Uint8Array();
    expect(openMedia(blob, content, content)).toEqual(plain);
    const [sealed] = traceOf(peer.journal.entries).of("sealed");
    expect(sealed?.content).toMatchObject({ type: "media", kind: type, mediaKeySha256: expect.any(String) });
    expect(JSON.stringify(sealed)).not.toContain(Buffer.from(content.mediaKey).toString("base64"));
  });

  test.each<[FaultId, string]>([
    ["media-mac-wrong", "media-mac-mismatch"],
    ["media-enc-hash-wrong", "media-enc-hash-mismatch"],
    ["media-hash-wrong", "media-hash-mismatch"],
    ["media-length-wrong", "media-length-mismatch"],
    ["media-kind-wrong", "media-mac-mismatch"],
    ["media-truncated", "media-enc-hash-mismatch"],
    ["media-surplus", "media-enc-hash-mismatch"],
  ])("under %s is refused with %s", async (fault, code) => {
    const user = await peer.users.create();
    peer.faults.arm({ fault });
    await user.send(peer.login, file("image"));
    const { content } = await receive();
    const blob = store.get(content.directPath)?.blob ?? new Uint8Array();
    expect(() => openMedia(blob, content, content)).toThrow(expect.objectContaining({ code }));
  });

  test("is withheld as often as the fault says", async () => {
    const user = await peer.users.create();
    peer.faults.arm({ fault: "media-unavailable", params: { answers: 2 } });
    await user.send(peer.login, file("image"));
    const { content } = await receive();
    expect([1, 2, 3].map(() => store.get(content.directPath)?.serving.status)).toEqual([503, 503, undefined]);
  });
});

describe("a file of a provider's user", () => {
  let host: HttpHost;
  let served: Uint8Array;
  const ref = "abcdef";

  beforeEach(async () => {
    host = await httpHost((_, response) => void response.end(served));
    const endpoints = { jwks: host.url, media: host.url, push: host.url };
    peer.integrators.put({ ...profile.integrator, endpoints });
  });

  afterEach(() => host.close());

  async function send(change: Partial<MediaContent> = {}) {
    const { blob, ...digests } = sealMedia(plain, { mediaKey, kind: "image" });
    served = blob;
    const directPath = downloadPath({ integrator: profile.integrator.slug, ref });
    const content: MediaContent = { type: "media", kind: "image", mimetype: "x/y", mediaKey, directPath, ...digests };
    const user = await peer.users.create();
    await peer.openSession(user.jid);
    peer.say(messageTo(user.jid, "M1", await peer.seal(user.jid, { ...content, ...change })));
    const found = await peer.journal.wait((entry) => entry.kind === "media", { ms: 2000 });
    return { user, found };
  }

  test("is fetched and opened", async () => {
    const { found } = await send();
    expect(found).toMatchObject({ messageId: "M1", status: 200, problems: [], plain: { bytes: plain.length } });
    expect(host.requests.map(({ url }) => url)).toEqual([`/${ref}`]);
  });

  test("is inspected if it is wrong", async () => {
    const { found } = await send({ kind: "document", fileSha256: new Uint8Array(32) });
    expect(found).toMatchObject({ problems: ["media-wrong-kind", "media-hash-mismatch"] });
  });

  test("under an unknown path does not exist", async () => {
    const { found } = await send({ directPath: "/interop/whatsapp/download/other/x/" });
    expect(found).toMatchObject({ status: 404, problems: [] });
  });

  test("can be fetched again, in part, slowly, and aborted", async () => {
    const { user, found } = await send();
    if (found?.kind !== "media") throw new Error("Found no media entry, wanted one");
    served = concat(...Array.from({ length: 40_000 }, () => plain));
    await user.download(found.path, { range: "bytes=0-3" });
    await user.download(found.path, { pauseMs: 20 });
    await user.download(found.path, { abort: true });
    const answers = traceOf(peer.journal.entries).http.server("media").responses.list.slice(1);
    expect(answers.map(({ broken }) => broken)).toEqual([undefined, undefined, "http-reader-gone"]);
    expect(answers[1]?.digest?.bytes).toBe(served.length);
    expect(host.requests[1]?.headers).toMatchObject({ range: "bytes=0-3" });
  });
});
