import { XmlDocument } from "libxml2-wasm";
import { StanzaError } from "../../errors.js";
import { fromXml } from "../read.js";

/** libxml2, a second and independent judge of well-formedness. */
export function acceptedByLibxml(text: string): boolean {
  try {
    // Lone surrogates cannot even be handed over as UTF-8.
    if (/\p{Surrogate}/u.test(text)) return false;
    XmlDocument.fromString(text).dispose();
    return true;
  } catch {
    return false;
  }
}

/** "forbidden" is what a stanza must not hold (comment, document type, mixed content …), whatever follows it. */
export function ourVerdict(text: string): "accepted" | "not well-formed" | "forbidden" {
  try {
    fromXml(text);
    return "accepted";
  } catch (error) {
    if (!(error instanceof StanzaError)) throw error;
    return error.code === "xml-not-well-formed" ? "not well-formed" : "forbidden";
  }
}
