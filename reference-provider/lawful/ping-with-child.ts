import { node } from "../../protocol/stanza/node.js";
import { lawful } from "../behaviour/variation.js";
import { ping } from "../stanzas/ping.js";

export default lawful("ping-with-child", "Puts an empty ping element into its pings", {
  channel: { ping: (id) => node("iq", ping(id).attrs, [node("ping")]) },
});
