import { lawful } from "../behaviour/variation.js";
import { groupMessage } from "../stanzas/groups.js";

export default lawful("group-sends-phash", "Sends a hash of the members along with messages to groups", {
  groups: {
    message(...parts) {
      const message = groupMessage(...parts);
      return { ...message, attrs: { ...message.attrs, phash: "2:Rk9PQkFS" } };
    },
  },
});
