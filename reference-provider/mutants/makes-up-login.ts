import { lawfulEnlistment } from "../behaviour/enlistment.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("makes-up-login", "Takes an enlistment for done although the answer names no login", {
  enlistment: {
    readReply(status, body) {
      try {
        return lawfulEnlistment.readReply(status, body);
      } catch (thrown) {
        if (status !== 200) throw thrown;
        return { status: "ok", login: "900-10000000000001@interop" };
      }
    },
  },
});
