import { type MessageStory, messagesIn } from "../../../journal/stories.js";
import type { Tenant } from "../tenant.js";
import { getMessage, listAllMessages } from "../contract/messages.js";
import { route } from "../route.js";
import { absent } from "./find.js";

const defaultLimit = 100;

export const messageRoutes = [
  route(listAllMessages, ({ tenant, query: { party, limit = defaultLimit } }) => {
    const fitting = messagesOf(tenant).filter(({ from, to }) => party === undefined || from === party || to === party);
    return { messages: fitting.slice(-limit) };
  }),
  route(
    getMessage,
    ({ tenant, params: { id } }) => messagesOf(tenant).find((each) => each.id === id) ?? absent("message", id),
  ),
];

/** Since the last reset. */
function messagesOf({ journal, epoch }: Tenant): readonly MessageStory[] {
  return messagesIn(journal.entries.filter(({ seq }) => seq > epoch.since));
}
