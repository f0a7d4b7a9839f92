import { lawfulEnlistment } from "../behaviour/enlistment.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("trusts-http-200", "Takes every HTTP 200 for a successful enlistment", {
  enlistment: {
    readReply(status, body) {
      const reply = lawfulEnlistment.readReply(status, body);
      return status === 200 && reply.status === "fail" ? { status: "ok", login: "900-10000000000001@interop" } : reply;
    },
  },
});
