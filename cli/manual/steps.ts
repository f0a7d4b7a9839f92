import type { Method, Params } from "../../harness/driver/methods.js";
import type { Json, TraceEntry } from "../../harness/model/trace.js";
import { type Card, cannot, type CardChoice, type CardValue } from "./card.js";
import { failedConnection, fromApp, idsOf, isUser, requestOutcome } from "./wire.js";
import { contactInWords, phoneOf, plural, quoted } from "./words.js";

/** How a step ended. */
export type Outcome =
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly code: string; readonly detail: string };

/** What a person is asked to do, and how the trace shows that it happened. */
export interface Step {
  readonly card: Card;
  /** Gets the entries since the step began; undefined while nothing has happened. */
  seen(entries: readonly TraceEntry[]): Outcome | undefined;
  /** Asked when the wire says that it succeeded although the simulated side disturbed it: the app may know better. */
  readonly doubt: string;
}

/** The app's account for whose user a step is done. */
export interface AppUser {
  /** User-visible identifier. */
  readonly id: string;
  /** Empty before the enlistment. */
  readonly login: string;
  /** The login of an earlier scenario. */
  readonly before?: string;
  /** What a message says, if it is known. */
  textOf(id: string): string | undefined;
}

type StepMethod = Extract<
  Method,
  | "user.enlist"
  | "user.connect"
  | "user.disconnect"
  | "user.delete"
  | "message.send"
  | "message.react"
  | "message.read"
  | "message.typing"
  | "contact.block"
  | "contact.unblock"
  | "contact.blocklist"
>;

type Steps = { readonly [M in StepMethod]: (params: Params<M>, user: AppUser) => Step };

/** The steps that a person does, by the method of the driver protocol. */
export const steps: Steps = {
  "user.enlist": (_params, { id, before }) => ({
    card: action(`Enlist ${id} with Meta`, ["In your app, register this account for interoperability."], {
      choices: before === undefined ? [] : [{ id: "still", label: `Still enlisted as ${before}` }],
    }),
    seen(entries) {
      const entry = entries.find((each) => each.kind === "enlistment");
      if (entry?.kind !== "enlistment") return undefined;
      if ("login" in entry.outcome) return succeeded({ login: entry.outcome.login });
      return failed("enlistment-rejected", `Meta refused the enlistment: ${entry.outcome.reason}`);
    },
    doubt: "Does the app say that it is enlisted?",
  }),
  "user.connect": (_params, { id, login }) => ({
    card: action(`Connect ${id}`, ["Start the app, or bring it back online. It may also connect without you."]),
    seen(entries) {
      const entry = entries.find((each) => each.kind === "login" && each.account === login);
      if (entry?.kind === "login") {
        if (entry.outcome === "accepted") return succeeded();
        return failed(
          "login-refused",
          `The login was refused: ${entry.problem?.message ?? entry.reason ?? "no reason"}`,
        );
      }
      const closed = failedConnection(entries);
      return closed && failed("connect-failed", `The connection ended before the login: ${closed.reason ?? "closed"}`);
    },
    doubt: "Does the app say that it is connected?",
  }),
  "user.disconnect": (_params, { id }) => ({
    card: action(`Take ${id} offline`, ["Close the app, or cut it off from the network, so that its connection ends."]),
    seen: (entries) =>
      entries.some((entry) => entry.kind === "connection" && entry.event === "closed") ? succeeded() : undefined,
    doubt: "Is the app offline?",
  }),
  "user.delete": (_params, { id, login }) => ({
    card: action(`Delete ${id}`, ["In your app, delete this account."]),
    seen: (entries) => changed(requestOutcome(entries, login)),
    doubt: "Does the app say that the account is deleted?",
  }),
  "message.send": ({ to, content, replyTo }, { login, textOf }) => ({
    card: action(
      `Send ${content.type === "text" ? "a message" : `the file as ${content.type}`}`,
      [
        `In your app, send ${content.type === "text" ? "this text" : "this file"} to ${contactInWords(to)}.`,
        ...(replyTo === undefined ? [] : [`Send it as a reply to ${messageInWords(replyTo.id, textOf)}.`]),
      ],
      {
        values: [
          ...contactValues(to),
          ...textValue("Text", content["text"]),
          ...textValue("Caption", content["caption"]),
        ],
        ...fileOf(content),
      },
    ),
    seen: (entries) => sentTo(entries, login, to),
    doubt: "Does the app show the message as sent?",
  }),
  "message.react": ({ to, target, emoji }, { login, textOf }) => ({
    card: action(
      emoji === "" ? "Take a reaction back" : `React with ${emoji}`,
      [
        `In the chat with ${contactInWords(to)}, ${emoji === "" ? "take back your reaction" : `react with ${emoji}`} ` +
          `to ${messageInWords(target.id, textOf)}.`,
      ],
      { values: emoji === "" ? [] : [{ label: "Reaction", value: emoji }] },
    ),
    seen: (entries) => sentTo(entries, login, to),
    doubt: "Does the app show the reaction as sent?",
  }),
  "message.read": ({ from, ids }, { login, textOf }) => ({
    card: action(`Read ${plural(ids.length, "message")}`, [
      `In your app, open the chat with ${contactInWords(from)}, so that these are marked as read:`,
      ...ids.map((id) => messageInWords(id, textOf)),
    ]),
    seen(entries) {
      const read = fromApp(entries, login, "receipt").filter(({ node }) => node.attrs["type"] === "read");
      const known = new Set(read.flatMap(({ node }) => idsOf(node)));
      return ids.every((id) => known.has(id)) ? succeeded() : undefined;
    },
    doubt: "Does the app show them as read?",
  }),
  "message.typing": ({ to, state }, { login }) => ({
    card: action(state === "composing" ? "Begin to type" : "Stop typing", [
      state === "composing"
        ? `In the chat with ${contactInWords(to)}, type something and do not send it.`
        : `In the chat with ${contactInWords(to)}, stop typing and wait.`,
    ]),
    seen: (entries) =>
      fromApp(entries, login, "chatstate").some(({ node }) => node.children?.[0]?.tag === state)
        ? succeeded()
        : undefined,
    doubt: "Did the app show no error?",
  }),
  "contact.block": ({ contact }, { login }) => ({
    card: action("Block a contact", [`In your app, block ${contactInWords(contact)}.`], {
      values: contactValues(contact),
    }),
    seen: (entries) => changed(requestOutcome(entries, login, contact)),
    doubt: "Does the app show the contact as blocked?",
  }),
  "contact.unblock": ({ contact }, { login }) => ({
    card: action("Unblock a contact", [`In your app, unblock ${contactInWords(contact)}.`], {
      values: contactValues(contact),
    }),
    seen: (entries) => changed(requestOutcome(entries, login, contact)),
    doubt: "Does the app show the contact as no longer blocked?",
  }),
  "contact.blocklist": (_params, { login }) => ({
    card: action("Look at the list of blocked contacts", [
      "In your app, open the list of blocked contacts, so that the app asks the server for it.",
    ]),
    seen: (entries) => changed(requestOutcome(entries, login, undefined, "get")),
    doubt: "Does the app show the list?",
  }),
};

export function isStepMethod(method: string): method is StepMethod {
  return Object.hasOwn(steps, method);
}

/** The step of a call whose parameters fit the schema of its method. */
export function stepFor(method: StepMethod, params: object, user: AppUser): Step {
  const make = steps[method] as (given: object, of: AppUser) => Step;
  return make(params, user);
}

export function succeeded(result: Json = {}): Outcome {
  return { ok: true, result };
}

export function failed(code: string, detail: string): Outcome {
  return { ok: false, code, detail };
}

function action(
  title: string,
  lines: readonly string[],
  more: Partial<Pick<Card, "values" | "file">> & { readonly choices?: readonly CardChoice[] } = {},
): Card {
  const { choices = [], values = [], file } = more;
  const card = { title, lines, values, fields: [], choices: [...choices, cannot], watched: true };
  return file === undefined ? card : { ...card, file };
}

function sentTo(entries: readonly TraceEntry[], login: string, to: string): Outcome | undefined {
  const sent = fromApp(entries, login, "message").find(({ node }) => isUser(node.attrs["to"], to));
  const id = sent?.node.attrs["id"];
  return id === undefined ? undefined : succeeded({ id });
}

function changed(outcome: ReturnType<typeof requestOutcome>): Outcome | undefined {
  if (outcome === undefined) return undefined;
  if (outcome === "accepted") return succeeded();
  return failed("request-refused", `The server refused the request with ${outcome.refused}`);
}

function contactValues(address: string): readonly CardValue[] {
  return [{ label: "Contact", value: phoneOf(address) ?? address, scan: true }];
}

function textValue(label: string, value: Json | undefined): readonly CardValue[] {
  return typeof value === "string" ? [{ label, value }] : [];
}

function fileOf(content: Params<"message.send">["content"]): Partial<Pick<Card, "file">> {
  const { type, data, mimetype, fileName } = content;
  if (typeof data !== "string" || typeof mimetype !== "string") return {};
  const name = typeof fileName === "string" ? fileName : `${type}.${mimetype.split(/[/;]/)[1] ?? "bin"}`;
  return { file: { name, mimetype, data } };
}

function messageInWords(id: string, textOf: AppUser["textOf"]): string {
  const text = textOf(id);
  return text === undefined ? `the message ${id}` : quoted(text);
}
