import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { deletionRequest } from "../stanzas/requests.js";

export default mutants({
  "claims-deleted-on-error": {
    sentence: "Reports a user as deleted although the server refused",
    overrides: { features: { refused: (error, request) => (request === "deletion" ? undefined : error) } },
  },
  "deletes-here-only": {
    sentence: "Deletes a user without telling Meta",
    overrides: { features: { deletionRequest: () => undefined } },
  },
  "deletion-other-form": {
    sentence: "Asks for deletion in another namespace",
    overrides: { features: { deletionRequest: (id) => withAttribute(deletionRequest(id), "xmlns", "account") } },
  },
  "keeps-keys-after-deletion": {
    sentence: "Gives a deleted user who is created again the old keys",
    overrides: { features: { keepsKeysOfDeleted: true } },
  },
  "returns-after-deletion": {
    sentence: "Logs in again with a deleted account",
    overrides: {
      features: {
        async afterDeletion(session) {
          await session.disconnect();
          await session.connect().catch(() => undefined);
        },
      },
    },
  },
});
