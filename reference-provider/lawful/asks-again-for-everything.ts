import { lawful } from "../behaviour/variation.js";

export default lawful(
  "asks-again-for-everything",
  "Asks for a message again also where others refuse it: bad content, an enc of unknown type, none at all",
  { messaging: { onBadContent: "ask", onRefused: () => "ask" } },
);
