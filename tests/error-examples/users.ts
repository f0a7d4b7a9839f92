import { builtInProfile } from "../../profiles/built-in.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { createAnswers } from "../../mock-server/users/waiting.js";
import { publishKeys } from "../../mock-server/users/keys.js";
import type { UserErrorCode } from "../../mock-server/users/errors.js";
import type { EnvelopeErrorCode } from "../../mock-server/users/opener.js";
import { providerPeer } from "../../mock-server/testing/provider-peer.js";
import { testProfile } from "../../mock-server/testing/rig.js";
import type { ConsumerUser } from "../../mock-server/side/side.js";
import { createSecrets } from "../../mock-server/side/secrets.js";
import { sessionEngine } from "../../signal/engine.js";
import { example, type Examples, type Told } from "./example.js";
import { withMeta } from "./mock-server.js";

const hello = { type: "text", text: "hello" } as const;
const consumer = builtInProfile("whatsapp-consumer").profile;

/** A simulated user beside a provider's one. */
function peered(): ReturnType<typeof providerPeer> {
  return providerPeer({ profile: testProfile(), clock: systemClock, random: seededRandom("users") });
}

async function sent(
  send: (user: ConsumerUser, login: string, peer: ReturnType<typeof providerPeer>) => unknown,
): Promise<unknown> {
  const peer = peered();
  return send(await peer.users.create(), peer.login, peer);
}

export const users: Examples<UserErrorCode> = {
  "user-keys-refused": example("The server does not take an upload", () =>
    publishKeys({
      account: sessionEngine("x3dh-v3").createAccount(),
      ask: async (): Promise<StanzaNode> => node("iq", { type: "error" }, [node("error", { code: "500" })]),
      jid: "999@s.whatsapp.net",
      secrets: createSecrets(),
      profile: testProfile(),
    } as unknown as Parameters<typeof publishKeys>[0]),
  ),
  "user-bundle-unavailable": example("A user writes to somebody who was never enlisted", () =>
    sent((user) => user.send("900-2@interop", hello)),
  ),
  "user-message-refused": example("A user writes to somebody who is deleted meanwhile", () =>
    sent(async (user, login, peer) => {
      await user.send(login, hello);
      peer.remove();
      return user.send(login, hello);
    }),
  ),
  "user-request-refused": example("A user writes to a group that is not there", () =>
    withMeta(async (meta) => (await meta.user()).send("1-2@g.us", hello), { profile: consumer }),
  ),
  "user-file-too-large": example("A file of 20 bytes meets a host that takes 10", () =>
    withMeta(
      async (meta) => {
        const user = await meta.user();
        return user.send("900-2@interop", { type: "image", data: new Uint8Array(20), mimetype: "image/png" });
      },
      { profile: testProfile({ media: { maximumFileBytes: 10 } }) },
    ),
  ),
  "user-unanswered": example("An answer takes longer than 10 ms", () => createAnswers(systemClock, 10).wait("iq 7")),
  "user-gone": example("The scenario ends while a user sends", () =>
    sent((user, login, peer) => {
      const sending = user.send(login, hello);
      peer.users.clear();
      return sending;
    }),
  ),
  "user-speechless": example("A user is asked for whose protocol is the provider's own", () =>
    withMeta((meta) => meta.user(), { profile: testProfile({ session: { engine: "other" } }) }),
  ),
  "user-unknown": example("A device is linked to a number that is nobody's", () =>
    withMeta((meta) => meta.addDevice("999000000000@s.whatsapp.net"), { profile: consumer }),
  ),
};

/** What the trace says about a message with these children. */
async function opened(...children: readonly StanzaNode[]): Promise<Told | undefined> {
  const peer = peered();
  const { jid } = await peer.users.create();
  peer.say(node("message", { id: "M1", to: jid, type: "text" }, children));
  await peer.settle();
  const entry = peer.journal.entries.findLast(({ kind }) => kind === "opened");
  if (entry?.kind !== "opened" || entry.error === undefined) return undefined;
  const { error, messageId, from } = entry;
  return { code: error, message: `opened ${JSON.stringify({ messageId, from, error })}` };
}

export const envelope: Examples<EnvelopeErrorCode> = {
  "enc-missing": example("A message has a body in place of an enc", () => opened(node("body", {}, "hello"))),
  "enc-type-unknown": example("The enc of a message to one user is of a group", () =>
    opened(node("enc", { v: "2", type: "skmsg" }, new Uint8Array(40))),
  ),
};
