import { lawful } from "../behaviour/variation.js";

export default lawful("reply-without-quote", "Names the message that a reply answers, without quoting it", {
  features: { replyOut: ({ id, participant }) => ({ id, ...(participant !== undefined && { participant }) }) },
});
