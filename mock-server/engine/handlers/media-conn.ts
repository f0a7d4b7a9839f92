import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";

/** Where files are to be put and fetched (wire 6.2). */
export const giveMediaConnection: Handler = (turn, sender, request) => {
  const mediaHost = turn.shared.mediaHost();
  if (mediaHost === undefined) return turn.refuse(sender, request, "503", "service-unavailable");
  const { connectionSeconds, maximumFileBytes } = turn.shared.profile.media;
  const ttl = String(connectionSeconds);
  const host = node(
    "host",
    { hostname: mediaHost.name, type: "primary", maxContentLengthBytes: String(maximumFileBytes) },
    [node("upload"), node("download")],
  );
  const attrs = { auth: `${mediaHost.authPrefix}${turn.shared.nextId()}`, ttl, auth_ttl: ttl, max_buckets: "12" };
  turn.answer(sender, request, [node("media_conn", attrs, [host])]);
};
