import { parseDownloadPath } from "../../protocol/media/paths.js";
import {
  filesOfUsualSizes,
  type FileType,
  fileTypes,
  mediaTypeIn,
  openedFiles,
  readableFiles,
  requestedFiles,
  sampleFile,
  sealedFiles,
  sendableType,
  sendFiles,
  someFileType,
} from "../kit/files.js";
import {
  check,
  type Check,
  type CheckRow,
  type EntryOf,
  killedFor,
  type OneFindingRow,
  scenario,
  type Trace,
} from "../kit/index.js";
import { textIn } from "../kit/json.js";

type Media = EntryOf<"media">;
type Opened = EntryOf<"opened">;

/** Sizes around the edges of a cipher block. */
export const edgeSizes: readonly number[] = [0, 1, 15, 16, 17, 31, 32];

/** The provider's user sends a file of each type that it can, one of them once more, and files of awkward sizes. */
export const mediaOut = scenario("scenarios/media-out", [someFileType], async (context) => {
  const { meta, provider } = context;
  const types = fileTypes.filter((type) => provider.capabilities.has(type));
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const type = sendableType(provider);
  const files = [...types, type].map((each) => sampleFile(each));
  await sendFiles(context, alice, bob.jid, files, { mayRefuse: false });
  const edges = edgeSizes.map((size) => sampleFile(type, size));
  await sendFiles(context, alice, bob.jid, edges, { mayRefuse: true });
});

/** The provider's user sends files of the sizes that people send; documents if it can, because these have names. */
export const mediaSizesOut = scenario("scenarios/media-sizes-out", [someFileType], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const type = provider.capabilities.has("document") ? "document" : sendableType(provider);
  await sendFiles(context, alice, bob.jid, filesOfUsualSizes(type), { mayRefuse: true });
});

/** What the message says that brought this file. */
export function messageOf(trace: Trace, { messageId, user }: Media): Opened | undefined {
  return openedFiles(trace).find((entry) => entry.messageId === messageId && entry.user === user);
}

/** Larger than a few blocks; the small ones are for m4-features/media/block-edges. */
export function largerFiles(trace: Trace, type?: FileType): readonly Media[] {
  const requested = requestedFiles(trace);
  return readableFiles(trace, type).filter(({ messageId }) => (requested.get(messageId)?.data.bytes ?? 0) > 100);
}

export function largerSealedFiles(trace: Trace): readonly Media[] {
  const requested = requestedFiles(trace);
  return sealedFiles(trace).filter(({ messageId }) => (requested.get(messageId)?.data.bytes ?? 0) > 100);
}

/** A file of this type arrives as the provider was given it, in a message of its type. */
export function sendsFile(id: string, row: Omit<CheckRow, "hint"> & { readonly type: FileType }): Check {
  return check(id, {
    ...row,
    scenario: mediaOut,
    needs: [row.type],
    reached: (trace) => largerFiles(trace, row.type),
    judge({ expect, reached, trace }) {
      const requested = requestedFiles(trace);
      for (const entry of reached) {
        const wanted = requested.get(entry.messageId);
        const message = messageOf(trace, entry);
        expect("type of file", message?.content?.["kind"], message ?? entry).is(wanted?.type);
        expect("file", entry.plain?.sha256, entry).is(wanted?.data.sha256);
        expect("MIME type", mediaTypeIn(message?.content), message ?? entry).is(mediaTypeIn(wanted));
      }
    },
    hint: "Encrypt the file as it is, put it on your media host, and say its type and MIME type in the message.",
  });
}

/** A member of the message says something about the file that was fetched. */
export function statesOfFile(
  id: string,
  row: OneFindingRow & { readonly member: string; readonly of: (file: Media) => string | number | undefined },
): Check {
  return check(id, {
    ...row,
    scenario: mediaOut,
    reached: (trace) => largerFiles(trace),
    judge({ expect, reached, trace }) {
      for (const entry of reached) {
        const message = messageOf(trace, entry);
        expect(row.member, message?.content?.[row.member], message ?? entry).is(row.of(entry));
      }
    },
    mutants: killedFor(row.member, row),
  });
}

/** Messages whose path has a storage reference; other paths are judged by m4-features/media/path-template. */
export function filesWithRef(trace: Trace): readonly Opened[] {
  return openedFiles(trace).filter((entry) => refIn(entry) !== "");
}

export function refIn({ content }: Opened): string {
  return parseDownloadPath(textIn(content, "directPath") ?? "")?.ref ?? "";
}

/**
 * Bits that the references leave to guess, at most. Of the characters that are not the same in all of them, each counts as
 * much as the alphabet that was seen allows. A count, a time or a name leaves few.
 */
export function guessableBits(refs: readonly string[]): number {
  const shortest = Math.min(...refs.map((ref) => ref.length));
  let bits = 0;
  for (let at = 0; at < shortest; at++) {
    const seen = new Set(refs.map((ref) => ref[at] ?? ""));
    if (seen.size > 1) bits += bitsOf(seen, refs.length);
  }
  return Math.floor(bits);
}

const alphabets = [/^[0-9]$/, /^[0-9a-f]$/, /^[0-9A-F]$/, /^[0-9a-z]$/, /^[\w-]$/];
const sizes = [10, 16, 16, 36, 64];

/** A position that takes few values among many references is not random. */
function bitsOf(seen: ReadonlySet<string>, references: number): number {
  if (seen.size === 1 || (references >= 8 && seen.size < 3)) return 0;
  const at = alphabets.findIndex((alphabet) => [...seen].every((character) => alphabet.test(character)));
  return Math.log2(sizes[at] ?? 64);
}

/** The parts of a name that would give it away: words of five characters and more, in lower case. */
export function telling(name: string): readonly string[] {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]{5,}/gu)
      ?.filter((word) => !common.has(word)) ?? []
  );
}

/** Parts of every address. */
const common: ReadonlySet<string> = new Set(["whatsapp", "interop", "example"]);
