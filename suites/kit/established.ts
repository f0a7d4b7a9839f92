import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import type { DriveContext } from "./index.js";
import { exchangeText, isOpening } from "./texts.js";

/** Two people in the middle of a conversation: both have written and been read, so neither sends pre-key messages. */
export interface Established {
  readonly alice: ProviderUser;
  readonly bob: WhatsAppUser;
  /** The provider's user writes; resolves with the id when the WhatsApp user has opened it, or at the time-out. */
  says(text: string): Promise<string | undefined>;
  /** The WhatsApp user writes; resolves with the id when it is shown and answered, or at the time-out. */
  hears(text: string): Promise<string>;
}

export async function establish(context: DriveContext): Promise<Established> {
  const { wait } = context;
  const { alice, bob } = await exchangeText(context);
  const self: Established = {
    alice,
    bob,
    async says(text) {
      const sent = await alice.trySend(bob.jid, { type: "text", text });
      if (!sent.ok) return undefined;
      await wait("opened", isOpening(sent.result.id));
      return sent.result.id;
    },
    async hears(text) {
      const { id } = await bob.send(alice.login, { type: "text", text });
      await alice.event("message", (event) => event["id"] === id);
      await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === id);
      return id;
    },
  };
  await self.says("I read you.");
  return self;
}
