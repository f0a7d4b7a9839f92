import { mutant } from "../behaviour/variation.js";
import { node } from "../../protocol/stanza/node.js";

export default mutant("typing-both-states", "Says in one stanza that the user types and does not", {
  features: { typing: (to, state) => node("chatstate", { to }, [node(state), node("paused")]) },
});
