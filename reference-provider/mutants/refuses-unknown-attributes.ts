import { serverPingAnswer } from "../stanzas/ping.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("refuses-unknown-attributes", "Does not answer a ping that holds more than it knows", {
  channel: {
    serverPingAnswer: (request) => ("novelty" in request.attrs ? undefined : serverPingAnswer(request)),
  },
});
