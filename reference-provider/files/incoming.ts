import type { MediaContent } from "../../protocol/content/content.js";
import type { UserContext } from "../account/context.js";
import type { UserFile } from "../behaviour/files.js";
import { ProviderError } from "../errors.js";
import { httpCall, type HttpAnswer } from "../http-call.js";

const maximumFileBytes = 256 * 2 ** 20;

/**
 * Fetches the file of a message from Meta's media host and opens it (interop fact 85). Temporary failures are tried again.
 *
 * @throws ProviderError `file-unavailable`; MediaError when the file is not the one that the message describes.
 */
export async function fetchFile(context: UserContext, content: MediaContent): Promise<UserFile> {
  const { files } = context.behaviour;
  const { status, body } = await fetchBlob(context, content);
  const data = status === 200 ? files.open(body, content) : files.missing(status);
  if (data === undefined) {
    throw new ProviderError("file-unavailable", `Fetch ${content.directPath}: found status ${status}, wanted 200`);
  }
  const { kind, mimetype, caption, fileName } = content;
  return files.shown({
    kind,
    data,
    mimetype,
    ...(caption !== undefined && { caption }),
    ...(fileName !== undefined && { fileName }),
  });
}

async function fetchBlob(context: UserContext, content: MediaContent): Promise<HttpAnswer> {
  const { behaviour, clock, settings } = context;
  const { files } = behaviour;
  const { directPath: path } = content;
  // Anything else might turn what comes before it into a name at another host.
  if (!path.startsWith("/")) {
    throw new ProviderError("file-unavailable", `Fetch "${path.slice(0, 80)}": found no slash in front, wanted a path`);
  }
  const query = await files.requestQuery(content, context.issueToken);
  const url = settings.meta.mediaUrl.replace(/\/$/, "") + path + query;
  for (let attempt = 1; ; attempt++) {
    const answer = await attemptOne(context, url);
    if (typeof answer !== "string" && files.isFinal(answer.status)) return answer;
    if (attempt >= files.attempts) {
      const found = typeof answer === "string" ? answer : `status ${answer.status}`;
      throw new ProviderError("file-unavailable", `Fetch ${path}: found ${found} in attempt ${attempt}, wanted 200`);
    }
    await new Promise<void>(
      (resolve) => void clock.after(files.pauseMs(attempt, settings.timing.reconnectMs), resolve),
    );
  }
}

/** The answer, or why there was none. */
async function attemptOne(
  { behaviour, clock, settings, issueToken }: UserContext,
  url: string,
): Promise<HttpAnswer | string> {
  const { asksFirst, idleMs, transferMs, requestHeaders } = behaviour.files;
  const headers = await requestHeaders(issueToken);
  const limits = { idleMs, wholeMs: transferMs, maximumBytes: maximumFileBytes };
  const call = { url, headers, ca: settings.meta.tlsCa, ...limits, clock };
  try {
    const asked = asksFirst ? await httpCall({ method: "HEAD", ...call }) : undefined;
    return asked === undefined || asked.status === 200 ? await httpCall({ method: "GET", ...call }) : asked;
  } catch (thrown) {
    if (thrown instanceof ProviderError) return thrown.message;
    throw thrown;
  }
}
