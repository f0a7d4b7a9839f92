import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-server-ping", "Does not answer pings of the server", {
  channel: { serverPingAnswer: () => undefined },
});
