import { mutant } from "../behaviour/variation.js";

export default mutant("reply-in-of-sender", "Shows every reply as an answer to its own author", {
  features: { replyIn: (reply) => ({ ...reply, from: "0@s.whatsapp.net" }) },
});
