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
  const { status, headers, body } = await fetchBlob(context, content);
  const data = status === 200 ? files.open(body, content) : files.missing(status);
  if (data === undefined) {
    throw new ProviderError("file-unavailable", `Fetch ${content.directPath}: found status ${status}, wanted 200`);
  }
  // Users of a document without a type may still save it.
  const { kind, mimetype = "application/octet-stream", caption, fileName } = content;
  const described = {
    ...(caption !== undefined && { caption }),
    ...(fileName !== undefined && { fileName }),
  };
  return files.shown({ kind, data, mimetype, ...described }, headers);
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
  const url = files.address(settings.meta.mediaUrl.replace(/\/$/, "") + path, content) + query;
  let received: Uint8Array = new Uint8Array(0);
  for (let attempt = 1; ; attempt++) {
    const from = received.length === 0 ? undefined : files.resumeAt(received.length);
    const { answer, came } = await attemptOne(context, url, from);
    if (typeof answer !== "string" && answer.status === 206 && from !== undefined) {
      if (files.continues(answer.headers["content-range"], from)) {
        return { ...answer, status: 200, body: Buffer.concat([received, answer.body]) };
      }
      received = new Uint8Array(0);
    } else if (typeof answer !== "string" && files.isFinal(answer.status)) return answer;
    if (from === undefined) received = came;
    if (attempt >= files.attempts) {
      const found = typeof answer === "string" ? answer : `status ${answer.status}`;
      throw new ProviderError("file-unavailable", `Fetch ${path}: found ${found} in attempt ${attempt}, wanted 200`);
    }
    await new Promise<void>(
      (resolve) => void clock.after(files.pauseMs(attempt, settings.timing.reconnectMs), resolve),
    );
  }
}

interface Attempt {
  /** Or why there was none. */
  readonly answer: HttpAnswer | string;
  /** The part of the file that came, from its beginning. */
  readonly came: Uint8Array;
}

/** @param from - The first byte to ask for; undefined for all of the file. */
async function attemptOne(
  { behaviour, clock, login, settings, issueToken }: UserContext,
  url: string,
  from: number | undefined,
): Promise<Attempt> {
  const { asksFirst, idleMs, transferMs, requestHeaders } = behaviour.files;
  const range = from === undefined ? {} : { range: `bytes=${from}-` };
  const headers = { ...(await requestHeaders(issueToken, login)), ...range };
  const limits = { idleMs, wholeMs: transferMs, maximumBytes: maximumFileBytes };
  const pieces: Uint8Array[] = [];
  const onPiece = (status: number, piece: Uint8Array): void => {
    if (status === 200) pieces.push(piece);
  };
  const call = { url, headers, ca: settings.meta.tlsCa, ...limits, clock };
  try {
    const asked = asksFirst ? await httpCall({ method: "HEAD", ...call }) : undefined;
    const isThere = asked === undefined || asked.status === 200;
    return {
      answer: isThere ? await httpCall({ method: "GET", ...call, onPiece }) : asked,
      came: Buffer.concat(pieces),
    };
  } catch (thrown) {
    if (thrown instanceof ProviderError) return { answer: thrown.message, came: Buffer.concat(pieces) };
    throw thrown;
  }
}
