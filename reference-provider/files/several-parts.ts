import { contentRange, parseRange } from "../../protocol/media/range.js";
import { type FileAnswer, fileAnswer, type FileBehaviour } from "../behaviour/files.js";

/**
 * A media host that serves several ranges at once (RFC 9110, section 14.6), which no host must.
 *
 * @param between - What stands between the headers of a part and its bytes: an empty line.
 */
export function severalParts(between: string): FileBehaviour["host"] {
  return (files) =>
    (request): FileAnswer => {
      const blob = files.get(request.ref);
      const answer = fileAnswer(request, blob);
      const asked = (request.headers["range"] ?? "")
        .replace("bytes=", "")
        .split(",")
        .filter((each) => /\d/.test(each));
      if (blob === undefined || answer.status !== 200 || request.method !== "GET" || asked.length < 2) return answer;
      const pieces = asked.flatMap((each) => {
        const at = parseRange(`bytes=${each.trim()}`, blob.length);
        if (at === undefined || at === "unsatisfiable") return [];
        const place = `Content-Range: ${contentRange(at, blob.length)}\r\n`;
        const head = `--part\r\nContent-Type: application/octet-stream\r\n${place}${between}`;
        return [Buffer.from(head), blob.subarray(at.from, at.to + 1), Buffer.from("\r\n")];
      });
      const headers = { ...answer.headers, "content-type": "multipart/byteranges; boundary=part" };
      return { status: 206, headers, body: Buffer.concat([...pieces, Buffer.from("--part--\r\n")]) };
    };
}
