import { bytesOf, childNamed } from "../../protocol/stanza/node.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-far-jump", "Falls over when a counter is further ahead than it can follow", {
  messaging: {
    onUndecryptable({ stanza }) {
      const enc = childNamed(stanza, "enc");
      const bytes = enc && bytesOf(enc);
      if (bytes === undefined || enc?.attrs["type"] !== "msg") return "go-on";
      return inspectMessage("msg", bytes).counter > 25_000 ? "crash" : "go-on";
    },
  },
});
