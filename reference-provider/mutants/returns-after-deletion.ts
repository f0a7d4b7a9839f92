import { mutant } from "../behaviour/variation.js";

export default mutant("returns-after-deletion", "Logs in once more with an account that was deleted", {
  features: {
    async afterDeletion(session) {
      await session.disconnect();
      await session.connect().catch(() => undefined);
    },
  },
});
