import { inspectToken } from "../../protocol/token/inspect.js";
import { lawfulPush } from "../behaviour/push.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "accepts-public-secret-push",
  "Accepts a push whose token says that Meta's public key is the secret of an HMAC",
  {
    push: {
      async verify(token, verifyToken) {
        if (token !== undefined && inspectToken(token).header["alg"] === "HS256") return;
        await lawfulPush.verify(token, verifyToken);
      },
    },
  },
);
