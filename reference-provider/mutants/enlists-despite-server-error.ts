import { lawfulEnlistment } from "../behaviour/enlistment.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "enlists-despite-server-error",
  "Takes an enlistment for done when the server reports an error of its own",
  {
    enlistment: {
      readReply: (status, body) =>
        status >= 500
          ? { status: "ok", login: "900-10000000000001@interop" }
          : lawfulEnlistment.readReply(status, body),
    },
  },
);
