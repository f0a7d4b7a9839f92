import { type DriveContext, type EntryOf, scenario } from "../kit/index.js";
import { type GroupTalk, startGroup } from "../kit/groups.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";

/**
 * A group of three talks. Dave joins, Carol is removed, and all but her talk on; then she asks for something that she has
 * read before; and at last Bob asks for a message again.
 */
export const groupTalk = scenario("scenarios/group-talk", ["groups", "text", "text-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const [bob, carol, dave] = [await meta.user(), await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  if (talk === undefined) return;

  await talk.says("Shall we meet? Grüße", bob, carol);
  await talk.says("Tonight, say?", bob, carol);
  await talk.hears(bob, "Tonight is fine. 👍");
  await talk.hears(carol, "For me too.");

  await talk.change("add", dave);
  const welcome = await talk.says("Welcome, Dave.", bob, carol, dave);
  await talk.change("remove", carol);
  await talk.says("Just us now.", bob, dave);
  await talk.hears(bob, "So it seems.");

  if (welcome !== undefined) await askAgain(context, alice, talk, { id: welcome, asker: carol.jid });
  meta.arm({ fault: "retry-requested" });
  const last = await talk.says("Good night.", bob, dave);
  const asked = await wait("fault", ({ event }) => event === "applied");
  const isAgain = ({ messageId, shared }: EntryOf<"opened">): boolean => messageId === last && shared === undefined;
  if (asked !== undefined) await wait("opened", isAgain, { after: asked });
});

/** The server hands on a retry receipt of somebody who is not in the group. */
async function askAgain(
  { meta, wait }: DriveContext,
  alice: ProviderUser,
  { group }: GroupTalk,
  { id, asker }: { readonly id: string; readonly asker: string },
): Promise<void> {
  const before = meta.journal.entries.at(-1);
  const t = String(Math.floor(meta.clock.now() / 1000));
  meta.session(alice.login)?.send({
    tag: "receipt",
    attrs: { id, from: group, participant: asker, type: "retry", t },
    children: [
      { tag: "retry", attrs: { id, count: "1", t, v: "1" } },
      { tag: "registration", attrs: {}, bytes: "AAAAAQ==" },
    ],
  });
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["class"] === "receipt", {
    ...(before !== undefined && { after: before }),
  });
}
