import { scenario } from "../kit/index.js";
import { startGroup } from "../kit/groups.js";

/**
 * What can be wrong with messages of a group, one after the other, each followed by one that is in order: the key is
 * missing, the signature is forged, a message is overtaken, a ciphertext comes twice, a stranger is heard.
 */
export const groupTrouble = scenario("scenarios/group-trouble", ["groups", "text-receive"], async (context) => {
  const { meta, provider } = context;
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  if (talk === undefined) return;
  const { group } = talk;

  meta.arm({ fault: "sender-key-withheld", account: alice.login });
  await talk.hears(bob, "You have no key for this one yet.");
  await talk.hears(bob, "For this one you have.");

  meta.arm({ fault: "group-message-forged" });
  await talk.hears(bob, "Before this one came its forged twin.");

  meta.arm({ fault: "message-held-back" });
  const late = await bob.send(group, { type: "text", text: "I was first, and come late." });
  const early = await bob.send(group, { type: "text", text: "I was second, and come early." });
  await talk.seen(early.id);
  await talk.seen(late.id);

  meta.arm({ fault: "ciphertext-replayed", params: { of: early.id } });
  await bob.send(group, { type: "text", text: "In my place comes a message that you know." });
  await talk.hears(bob, "Have you seen it twice?");

  await talk.hears(carol, "I am still with you.");
  await talk.change("remove", carol);
  meta.arm({ fault: "group-outsider-heard", account: carol.jid, times: "always" });
  await carol.send(group, { type: "text", text: "I should not be heard any more." });
  await talk.settled(await talk.hears(bob, "Carol is gone."));
});
