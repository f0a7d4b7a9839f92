import { readFileSync } from "node:fs";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";

/** What an XML Schema (a file below tests/fixtures) finds wrong with `text`; empty when it fits. By libxml2. */
export function schemaProblems(schema: string, text: string): readonly string[] {
  const source = readFileSync(new URL(`../fixtures/${schema}`, import.meta.url), "utf8");
  const xsd = XmlDocument.fromString(source);
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof XmlValidateError)) throw thrown;
    return thrown.details.map(({ message }) => message.trim());
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
}
