import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { profileParams } from "../../harness/driver/configuration.js";
import type { CheckResult } from "../../harness/model/result.js";
import { machineBusy } from "../../harness/runner/busy-machine.js";
import { builtInProfile } from "../../profiles/built-in.js";
import { createReferenceProvider } from "../../reference-provider/index.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";

/** What the page shows of a card, and nothing more. */
export interface SeenCard {
  readonly title: string;
  readonly lines: readonly string[];
  /** By label. */
  readonly values: Readonly<Record<string, string>>;
  readonly choices: readonly string[];
  readonly fields: readonly string[];
}

/** The verdict, where a busy machine has not decided: a run by hand retries nothing. */
export function verdictIn({ verdict, cause }: CheckResult): string {
  return cause?.code === machineBusy ? "pass" : verdict;
}

export interface HandAnswer {
  readonly choice: string;
  readonly fields?: Readonly<Record<string, string>>;
}

type Event = Readonly<Record<string, unknown>>;

/**
 * A person with an app: reads a card and does what it says with an app in this process. Answers are what the app shows. The
 * app is the reference provider, which hears of nothing but what the person types.
 */
export interface Hand {
  /** Undefined when there is nothing to answer, because the harness sees it on the wire. */
  follow(card: SeenCard): Promise<HandAnswer | undefined>;
  close(): Promise<void>;
}

const user = "alice-by-hand";
/** How long the person looks at the app before saying no. */
const lookMs = 60_000;

/** @param folder For the file with the certificate of the app's servers. */
export function createHand(folder: string): Hand {
  const provider = createReferenceProvider({ clock: systemClock, random: systemRandom });
  const shown: Event[] = [];
  let calls = 0;
  let isKnown = false;
  let login = "";
  /** What the app has sent, by its text. */
  const sent = new Map<string, { readonly id: string; readonly from: string }>();

  async function call(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const request = JSON.stringify({ jsonrpc: "2.0", id: ++calls, method, params });
    const answer = JSON.parse((await provider.answer(request)) ?? "{}") as Record<string, Record<string, unknown>>;
    if (answer["result"] === undefined) throw new Error(`${method}: ${JSON.stringify(answer["error"])}`);
    return answer["result"];
  }

  async function start({ values }: SeenCard): Promise<HandAnswer> {
    const { profile } = builtInProfile("whatsapp");
    const { enlistUrl, chatUrl, mediaUrl, jwksUrl, rootKey } = values;
    const meta = { enlistUrl, chatUrl, mediaUrl, jwksUrl, rootKey };
    const { endpoints, tlsCa } = await call("provider.configure", { meta, ...profileParams(profile) });
    const file = join(folder, "servers.pem");
    writeFileSync(file, String(tlsCa));
    const own = endpoints as Record<string, string>;
    return { choice: "done", fields: { name: "App", version: "1", tlsCa: file, ...own } };
  }

  /** An app that is coming back by itself at this moment may say that it failed: the person tries again. */
  async function connect(): Promise<HandAnswer | undefined> {
    // After its deletion.
    if (!isKnown) return { choice: "cannot" };
    for (let tries = 1; ; tries++) {
      try {
        await call("user.connect", { user });
        return undefined;
      } catch (thrown) {
        if (tries === 5) throw thrown;
      }
    }
  }

  /** The person waits until the app shows it, and says no after a while. */
  async function shows(fits: (event: Event) => boolean): Promise<HandAnswer> {
    const until = systemClock.monotonic() + lookMs;
    for (;;) {
      if (shown.some(fits)) return { choice: "yes" };
      const timeoutMs = Math.round(until - systemClock.monotonic());
      if (timeoutMs <= 0) return { choice: "no" };
      const { events } = await call("events.take", { user, timeoutMs });
      shown.push(...(events as Event[]));
    }
  }

  async function changeBlocklist(method: string, contact: string | undefined): Promise<undefined> {
    await call(method, { user, contact: addressOf(contact) });
  }

  /** The id under which the app shows a message with this text. */
  async function idOf(text: string): Promise<string> {
    await shows((event) => textIn(event) === text);
    return String(shown.find((event) => textIn(event) === text)?.["id"]);
  }

  const acts: readonly (readonly [
    RegExp,
    (card: SeenCard, found: readonly string[]) => Promise<HandAnswer | undefined>,
  ])[] = [
    [/^Connect a test build/, start],
    [/^Choose (?:an|another) account/, async () => ({ choice: "done", fields: { user } })],
    [
      /^Enlist/,
      async ({ choices }) => {
        if (choices.includes("still")) return { choice: "still" };
        if (!isKnown) await call("user.create", { user });
        isKnown = true;
        login = String((await call("user.enlist", { user }))["login"]);
        return undefined;
      },
    ],
    [/^Connect /, connect],
    [/^Take .* offline/, async () => void (await call("user.disconnect", { user }))],
    [
      /^Send a message/,
      async ({ values }) => {
        const content = { type: "text", text: values["Text"] ?? "" };
        const { id } = await call("message.send", { user, to: addressOf(values["Contact"]), content });
        sent.set(content.text, { id: String(id), from: login });
      },
    ],
    [
      /^Read /,
      async ({ lines }) => {
        const [where = "", ...texts] = lines;
        const ids = await Promise.all(texts.map((text) => idOf(text.slice(1, -1))));
        await call("message.read", { user, from: /\((.+?)\)/.exec(where)?.[1], ids });
      },
    ],
    [/^Block a contact/, ({ values }) => changeBlocklist("contact.block", values["Contact"])],
    [/^Unblock a contact/, ({ values }) => changeBlocklist("contact.unblock", values["Contact"])],
    [/^Look at the list of blocked/, async () => void (await call("contact.blocklist", { user }))],
    [/^Does the app show exactly these/, async () => ({ choice: "yes" })],
    [
      /^Delete /,
      async () => {
        await call("user.delete", { user });
        isKnown = false;
        return undefined;
      },
    ],
    [
      /^React with (.+)|^Take a reaction back/,
      async ({ lines }, [emoji = ""]) => {
        const [, to, text = ""] = /\((.+?)\).* to “(.+)”\.$/.exec(lines[0] ?? "") ?? [];
        const target = sent.get(text) ?? { id: await idOf(text), from: to };
        await call("message.react", { user, to, target, emoji });
        return undefined;
      },
    ],
    [/^Does the app show the reaction (.+)\?$/, (_card, [emoji]) => shows((event) => event["emoji"] === emoji)],
    [/^Has the reaction disappeared/, () => shows((event) => event["emoji"] === "")],
    [/^Does the app show “(.+)”\?$/, (_card, [text]) => shows((event) => textIn(event) === text)],
    [/marked as (\w+)\?$/, (_card, [word]) => shows((event) => event["kind"] === "receipt" && event["type"] === word)],
  ];

  return {
    async follow(card) {
      for (const [pattern, act] of acts) {
        const match = pattern.exec(card.title);
        if (match !== null) return act(card, match.slice(1));
      }
      return { choice: card.choices.includes("cannot") ? "cannot" : "no" };
    },
    close: () => provider.close(),
  };
}

function textIn({ content }: Event): string | undefined {
  return (content as { readonly text?: string } | undefined)?.text;
}

/** A person types a phone number, and the app makes an address of it. */
function addressOf(contact = ""): string {
  return contact.startsWith("+") ? `${contact.slice(1)}@s.whatsapp.net` : contact;
}
