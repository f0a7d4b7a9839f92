import { reasonOf } from "../../core/coded-error.js";
import type { MetaSide, ProviderEndpoints } from "../../harness/ports/meta-side.js";
import { readText } from "../read-text.js";
import { type Answer, type Card, form } from "./card.js";
import type { Desk } from "./desk.js";

/** What the person states about the provider before anything else. */
export interface Introduction {
  readonly name: string;
  readonly version: string;
  readonly endpoints: ProviderEndpoints;
  /** PEM. */
  readonly tlsCa?: string;
  /** Endpoints that were left empty. */
  readonly without: { readonly media: boolean; readonly push: boolean };
}

/** What the person said in the run that goes on. Its verdicts are of this provider, and so must the others be. */
export interface EarlierProvider {
  readonly name: string;
  readonly version: string;
  readonly capabilities: readonly string[];
}

interface Start extends Pick<MetaSide, "endpoints" | "profile"> {
  readonly earlier: EarlierProvider | undefined;
}

/** The first card: what a test build needs to know, and what the harness needs to know. */
function startCard({ endpoints: meta, profile, earlier }: Start, problem?: string): Card {
  const { integrator, token, channel } = profile;
  const value = (label: string, text: string) => ({ label, value: text, scan: true as const });
  return form(
    "Connect a test build of your app",
    [
      "Make a build of your app that uses these addresses and trusts this root key. The codes hold the same texts.",
      ...(problem === undefined ? [] : [problem]),
      "Then say where your own servers are. Without a media host or a push receiver, what needs them is left out.",
    ],
    [
      field("name", "Name of the provider", earlier?.name ?? "", true),
      field("version", "Version", earlier?.version ?? "", true),
      { ...field("jwks", "Your key set (jwks)", "", true), isUrl: true },
      { ...field("media", "Your media host, base of all files", "", false), isUrl: true },
      { ...field("push", "Your push receiver", "", false), isUrl: true },
      field("tlsCa", "File with the certificate (PEM) to trust at your servers, if they made it themselves", "", false),
    ],
    [
      value("enlistUrl", meta.enlistUrl),
      value("chatUrl", meta.chatUrl),
      value("mediaUrl", meta.mediaUrl),
      value("jwksUrl", meta.jwksUrl),
      value("rootKey", meta.rootKey),
      { label: "integrator", value: String(integrator.id) },
      { label: "issuer of tokens", value: integrator.slug },
      { label: "audience of tokens", value: token.audience },
      { label: "version of the protocol", value: channel.protocolVersion },
    ],
  );
}

function field(name: string, label: string, value: string, required: boolean) {
  return { name, label, value, required };
}

/** Requests to it fail at once. */
const notGiven = "http://not-given.invalid/";

/** Asks until what the answer names can be used; undefined when the person leaves. */
export async function introduce(desk: Desk, start: Start, left: AbortSignal): Promise<Introduction | undefined> {
  let problem: string | undefined;
  for (;;) {
    const answer = await desk.ask(startCard(start, problem), left);
    if (answer === undefined) return undefined;
    const file = (answer.fields["tlsCa"] ?? "").trim();
    try {
      const tlsCa = file === "" ? undefined : await readText(file, "the certificate");
      const given = { ...introductionIn(answer), ...(tlsCa !== undefined && { tlsCa }) };
      problem = start.earlier && differenceFrom(start.earlier, given);
      if (problem === undefined) return given;
    } catch (thrown) {
      problem = reasonOf(thrown);
    }
  }
}

/** Why the run cannot go on with this; undefined when it can. */
export function differenceFrom(earlier: EarlierProvider, given: Introduction): string | undefined {
  const label = ({ name, version }: Pick<Introduction, "name" | "version">): string => `${name} ${version}`;
  if (label(earlier) !== label(given)) {
    return `The run that goes on was of ${label(earlier)}, not of ${label(given)}: start a new run without --resume.`;
  }
  const lost = earlier.capabilities.filter((name) => !possibleWith(given, earlier.capabilities).includes(name));
  if (lost.length === 0) return undefined;
  return `The run that goes on had ${lost.join(", ")}: give the media host and the push receiver as before.`;
}

function introductionIn({ fields }: Answer): Introduction {
  const given = (name: string): string => (fields[name] ?? "").trim();
  return {
    name: given("name"),
    version: given("version"),
    endpoints: { jwks: given("jwks"), media: given("media") || notGiven, push: given("push") || notGiven },
    without: { media: given("media") === "", push: given("push") === "" },
  };
}

const ofMedia: ReadonlySet<string> = new Set(["image", "video", "audio", "voice", "document"]);

/** Without a media host no file can be sent, and without a push receiver no push can be received. */
export function possibleWith({ without }: Introduction, capabilities: readonly string[]): readonly string[] {
  return capabilities.filter((name) => !(without.push && name === "push") && !(without.media && ofMedia.has(name)));
}
