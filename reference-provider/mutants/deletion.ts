import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { deletionRequest } from "../stanzas/requests.js";

export default mutants({
  "claims-deleted-on-error": {
    sentence: "Takes a user for deleted although the server refused",
    overrides: { features: { refused: (error, request) => (request === "deletion" ? undefined : error) } },
  },
  "deletes-here-only": {
    sentence: "Deletes a user without telling Meta",
    overrides: { features: { deletionRequest: () => undefined } },
  },
  "deletion-other-form": {
    sentence: "Asks for deletion in a namespace of its own",
    overrides: { features: { deletionRequest: (id) => withAttribute(deletionRequest(id), "xmlns", "account") } },
  },
  "keeps-keys-after-deletion": {
    sentence: "Gives a user who was deleted and comes back the keys from before",
    overrides: { features: { keepsKeysOfDeleted: true } },
  },
  "returns-after-deletion": {
    sentence: "Logs in once more with an account that was deleted",
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
