import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { unwrapContent } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { textFormOf } from "../../protocol/content/text-forms.js";
import type { UserFile } from "../behaviour/files.js";
import { mutants } from "../behaviour/variant.js";

/** Texts, captions, names and emoji that are not what the user wrote, or not what the contact wrote. */
export default mutants({
  "caption-from-file-name": {
    sentence: "Puts the name of a document into its caption",
    overrides: {
      files: {
        content: (content) => (content.fileName === undefined ? content : { ...content, caption: content.fileName }),
      },
    },
  },
  "captions-trimmed": {
    sentence: "Shows captions without the blanks and line breaks at their edges",
    overrides: { files: { shown: withTexts((text) => text.trim(), "caption") } },
  },
  "collapses-blanks-out": {
    sentence: "Turns several blanks in a row into one in the texts that it sends",
    overrides: { messaging: { textOut: (text) => text.replace(/[ \t]{2,}/g, " ") } },
  },
  "cuts-long-texts-in": {
    sentence: "Shows the first 4096 units of a text, even if the last is half a character",
    overrides: { messaging: { textIn: (text) => wellFormed(text.slice(0, 4096)) } },
  },
  "cuts-long-texts-out": {
    sentence: "Sends the first 65,535 units of a text",
    overrides: { messaging: { textOut: (text) => wellFormed(text.slice(0, 65_535)) } },
  },
  "drops-bidi-marks": {
    sentence: "Shows texts without the marks that state the direction of writing",
    overrides: { messaging: { textIn: (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "") } },
  },
  "drops-joiners": {
    sentence: "Shows texts without zero-width joiners",
    overrides: { messaging: { textIn: (text) => text.replaceAll("\u200d", "") } },
  },
  "escapes-captions": {
    sentence: "Writes the markup characters of captions and file names as entities",
    overrides: { files: { content: (content) => ({ ...content, ...escaped(content) }) } },
  },
  "escapes-markup": {
    sentence: "Writes the markup characters of the texts that it sends as entities",
    overrides: { messaging: { textOut: escapeMarkup } },
  },
  "escapes-markdown": {
    sentence: "Writes a backslash before the Markdown signs of the texts that it sends",
    overrides: { messaging: { textOut: (text) => text.replace(/[_*~`[\]]/g, (sign) => `\\${sign}`) } },
  },
  "file-names-as-paths": {
    sentence: "Shows of the name of a document only what is behind the last separator",
    overrides: { files: { shown: withTexts((name) => name.split(/[/\\]/).at(-1) ?? "", "fileName") } },
  },
  "file-names-composed": {
    sentence: "Shows captions and file names in composed Unicode form (NFC)",
    overrides: { files: { shown: withTexts((text) => text.normalize("NFC"), "caption", "fileName") } },
  },
  "file-names-in-ascii": {
    sentence: "Sends file names with everything but ASCII replaced",
    overrides: {
      files: {
        content: (content) =>
          content.fileName === undefined
            ? content
            : { ...content, fileName: content.fileName.replace(/\P{ASCII}/gu, "_") },
      },
    },
  },
  "files-by-name": {
    sentence: "Stores received files by name, so that of two with the same name in different Unicode forms one is lost",
    overrides() {
      const stored = new Map<string, UserFile>();
      return {
        files: {
          shown(file) {
            const name = file.fileName?.normalize("NFC");
            if (name === undefined) return file;
            const before = stored.get(name);
            if (before === undefined) stored.set(name, file);
            return before === undefined ? file : { ...file, data: before.data };
          },
        },
      };
    },
  },
  "hides-text-in-brackets": {
    sentence: "Shows texts without what is between angle brackets",
    overrides: { messaging: { textIn: (text) => text.replace(/<[^>]*>/g, "") } },
  },
  "ignores-document-wrappers": {
    sentence: "Does not look into the wrapper of a document with caption",
    overrides: {
      messaging: { unwrap: (content) => (content[0] === 0xaa && content[1] === 3 ? content : unwrapContent(content)) },
    },
  },
  "reads-markdown": {
    sentence: "Takes Markdown signs out of the texts that it shows",
    overrides: { messaging: { textIn: (text) => text.replace(/^#+ /gm, "").replace(/([_*`~])(.+?)\1/g, "$2") } },
  },
  "resends-escaped-text": {
    sentence: "Writes markup characters as entities when it sends a text again",
    overrides: {
      features: {
        resent(_, encoded) {
          const content = decodeContent(encoded);
          if (content.type !== "text") return encoded;
          return encodeContent({ ...content, text: escapeMarkup(content.text) });
        },
      },
    },
  },
  "shows-extended-texts-raw": {
    sentence: "Shows the encoded bytes of an extended text",
    overrides: {
      messaging: {
        unwrap(bytes) {
          const content = unwrapContent(bytes);
          if (textFormOf(content).form !== "extended") return content;
          return encodeContent({ type: "text", text: Buffer.from(content).toString("latin1") });
        },
      },
    },
  },
  "splits-long-texts": {
    sentence: "Cuts a long text into pieces of 4096 units, which may be in the middle of a character",
    overrides: {
      messaging: {
        textOut: (text) => (text.match(/[^]{1,4096}/g) ?? []).map(wellFormed).join(""),
      },
    },
  },
  "strips-selectors": {
    sentence: "Shows texts without variation selectors",
    overrides: { messaging: { textIn: (text) => text.replace(/[\ufe0e\ufe0f]/g, "") } },
  },
  "swallows-extended-texts": {
    sentence: "Refuses an extended text without context, such as one with a link preview",
    overrides: {
      messaging: {
        unwrap(bytes) {
          const content = unwrapContent(bytes);
          const { form, hasContext } = textFormOf(content);
          if (form !== "extended" || hasContext) return content;
          throw new ContentError("content-missing-field", "Decode content: found no contextInfo, wanted one");
        },
      },
    },
  },
  "texts-composed-in": {
    sentence: "Shows texts in composed Unicode form (NFC)",
    overrides: { messaging: { textIn: (text) => text.normalize("NFC") } },
  },
  "texts-composed-out": {
    sentence: "Sends texts in composed Unicode form (NFC)",
    overrides: { messaging: { textOut: (text) => text.normalize("NFC") } },
  },
  "trims-lines": {
    sentence: "Sends texts without the blanks at the beginning of lines",
    overrides: { messaging: { textOut: (text) => text.replace(/^[ \t]+/gm, "") } },
  },
  "trims-texts": {
    sentence: "Shows texts without the blanks and line breaks at their edges",
    overrides: { messaging: { textIn: (text) => text.trim() } },
  },
  "limit-counts-entities": {
    sentence:
      "Counts each quote mark and ampersand as an entity against the limit of a text, and cuts what is above it",
    overrides: { messaging: { textOut: (text) => (escapeMarkup(text).length > 65_536 ? text.slice(0, 8192) : text) } },
  },
});

/** As a web page is written. */
export function escapeMarkup(text: string): string {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" } as const;
  return text.replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities]);
}

/** With U+FFFD in place of half a character. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

type Texts = { readonly caption?: string; readonly fileName?: string };

function withTexts(change: (text: string) => string, ...names: readonly (keyof Texts)[]): (file: UserFile) => UserFile {
  return (file) => {
    const changed = names.flatMap((name) => {
      const text = file[name];
      return text === undefined ? [] : [[name, change(text)] as const];
    });
    return { ...file, ...Object.fromEntries(changed) };
  };
}

function escaped({ caption, fileName }: Texts): Texts {
  return {
    ...(caption !== undefined && { caption: escapeMarkup(caption) }),
    ...(fileName !== undefined && { fileName: escapeMarkup(fileName) }),
  };
}
