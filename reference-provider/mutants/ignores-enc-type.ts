import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-enc-type", "Opens encrypted content of any type", {
  messaging: {
    encType: (type, hasSession) => lawfulMessaging.encType(type, hasSession) ?? (hasSession ? "msg" : "pkmsg"),
  },
});
