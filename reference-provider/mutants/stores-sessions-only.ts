import { mutant } from "../behaviour/variation.js";

export default mutant(
  "stores-sessions-only",
  "Stores how far its sessions went, and not the messages that they opened",
  {
    storage: { keepsUnread: false },
  },
);
