/** Where a picture lies below the folder of a report: it is named by the beginning of its SHA-256. */
export const picturePath = /^pictures\/[0-9a-f]{16}\.(?:png|jpg|gif|webp)$/;

/** What a browser and every reader of a report can show. */
export type PictureKind = "png" | "jpg" | "gif" | "webp";

/** The first bytes of each kind; a dot is any byte. */
const beginnings: Readonly<Record<PictureKind, RegExp>> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF[^]{4}WEBP/,
};

const longestBeginning = 12;

/** By its first bytes, whatever its name says; undefined for everything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, longestBeginning));
  const kinds = Object.entries(beginnings) as readonly (readonly [PictureKind, RegExp])[];
  return kinds.find(([, beginning]) => beginning.test(start))?.[0];
}
