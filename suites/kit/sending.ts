import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";
import { appliedFaults } from "./refusals.js";
import { isOpen, isOpening, openedMessages } from "./texts.js";

/** A new provider's user writes to a new WhatsApp user, who opens it: proof that this direction works. */
export async function deliverText({ meta, provider, wait }: DriveContext): Promise<{
  readonly alice: ProviderUser;
  readonly bob: WhatsAppUser;
}> {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const { id } = await alice.send(bob.jid, { type: "text", text: "This one arrives." });
  await wait("opened", isOpening(id));
  return { alice, bob };
}

/** The faults that acted, if a text had been opened before the first of them. */
export function faultsAfterText(trace: Trace): readonly EntryOf<"fault">[] {
  const faults = appliedFaults(trace);
  const [first] = faults;
  return first !== undefined && openedMessages(trace.before(first)).some(isOpen) ? faults : [];
}
