import type { Handler } from "./handler.js";

/** The client has dealt with a stanza, or with `error` refuses it for good; either way it leaves the mailbox. */
export const settle: Handler = (turn, sender, ack) => {
  const { class: tag, id, to, type } = ack.attrs;
  if (tag === undefined || id === undefined || to === undefined) return;
  sender.mailbox.remove(tag, turn.accounts.party(to), id, type);
};
