import { mutant } from "../behaviour/variation.js";

export default mutant("token-in-url", "Sends its token in the address of the chat server", {
  channel: { url: (chatUrl, token) => `${chatUrl}?token=${encodeURIComponent(token)}` },
});
