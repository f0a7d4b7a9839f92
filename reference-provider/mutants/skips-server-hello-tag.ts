import { mutant } from "../behaviour/variation.js";

export default mutant(
  "skips-server-hello-tag",
  "Believes the second handshake message without checking its tags or what it contains",
  {
    channel: { skipTagCheck: true, checkServer: () => undefined },
  },
);
