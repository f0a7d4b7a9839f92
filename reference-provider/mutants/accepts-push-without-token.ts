import { mutant } from "../behaviour/variation.js";
import { lawfulPush } from "../behaviour/push.js";

export default mutant("accepts-push-without-token", "Accepts a push that carries no token", {
  push: {
    verify: async (token, verifyToken) => (token === undefined ? undefined : lawfulPush.verify(token, verifyToken)),
  },
});
