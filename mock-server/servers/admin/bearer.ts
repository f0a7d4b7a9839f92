import { createHash, timingSafeEqual } from "node:crypto";

/** Whether an `authorization` header holds the token. Takes as long for a wrong one as for the right one. */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const wanted = digest(token);
  return (header) => {
    const given = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1];
    return timingSafeEqual(digest(given ?? ""), wanted);
  };
}

/** Of equal length, whatever was given. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
