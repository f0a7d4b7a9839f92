import { mutant } from "../behaviour/variation.js";

export default mutant(
  "group-drops-key-of-resend",
  "Shows a message of a group that was sent again and forgets the key in it",
  {
    groups: { takesKeyOfResend: false },
  },
);
