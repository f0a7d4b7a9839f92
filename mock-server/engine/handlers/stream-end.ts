import type { Handler } from "./handler.js";

/** The orderly end of the client's stream. */
export const endStream: Handler = (turn, sender) => turn.close(sender, "xmlstreamend");
