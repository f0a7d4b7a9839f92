import { settle } from "./ack.js";
import { routeChatstate } from "./chatstate.js";
import type { Handler } from "./handler.js";
import { handleIq } from "./iq.js";
import { routeMessage } from "./message.js";
import { setPresence } from "./presence.js";
import { routeReceipt } from "./receipt.js";
import { endStream } from "./stream-end.js";

/** By tag. Stanzas of other tags are recorded and have no effect. */
export const handlers: ReadonlyMap<string, Handler> = new Map([
  ["iq", handleIq],
  ["message", routeMessage],
  ["receipt", routeReceipt],
  ["ack", settle],
  ["chatstate", routeChatstate],
  ["presence", setPresence],
  ["xmlstreamend", endStream],
]);
