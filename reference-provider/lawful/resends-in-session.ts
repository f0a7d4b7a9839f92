import { lawful } from "../behaviour/variation.js";

export default lawful("resends-in-session", "Answers a first request for a message within the session that it has", {
  sessions: {
    resendIn: ({ givesKeys, hasSession, sameRegistration }) =>
      givesKeys ? "given-keys" : hasSession && sameRegistration ? "same-session" : "fetched-keys",
  },
});
