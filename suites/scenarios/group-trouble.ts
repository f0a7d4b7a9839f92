import { scenario } from "../kit/index.js";
import { startGroup } from "../kit/groups.js";

/**
 * What can be wrong with messages of a group, one after the other, each followed by one that is in order: the key is
 * missing, the signature is forged, a ciphertext comes twice, a message is overtaken, a stranger is heard.
 */
export const groupTrouble = scenario("scenarios/group-trouble", ["groups", "text-receive"], async (context) => {
  const { meta, provider } = context;
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  const { group } = talk;

  meta.arm({ fault: "sender-key-withheld", account: alice.login });
  await talk.hears(bob, "You have no key for this one yet.");
  await talk.hears(bob, "For this one you have.");

  meta.arm({ fault: "group-message-forged" });
  await talk.hears(bob, "Before this one came its forged twin.");

  meta.arm({ fault: "group-message-replayed" });
  await talk.hears(bob, "Once is enough.");

  meta.arm({ fault: "message-overtaken" });
  const late = bob.send(group, { type: "text", text: "I was first, and come late." });
  const early = await bob.send(group, { type: "text", text: "I was second, and come early." });
  await talk.seen(early.id);
  await talk.seen((await late).id);

  await talk.hears(carol, "I am still with you.");
  await talk.change("remove", carol);
  meta.arm({ fault: "group-outsider-heard", account: carol.jid, times: "always" });
  await carol.send(group, { type: "text", text: "I should not be heard any more." });
  await talk.settled(await talk.hears(bob, "Carol is gone."));
});
