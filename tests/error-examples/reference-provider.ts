import type { FaultRequest } from "../../harness/ports/faults.js";
import type { MetaEndpoint } from "../../mock-server/index.js";
import { builtInProfile } from "../../profiles/built-in.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { behaviourWith } from "../../reference-provider/behaviour/variant.js";
import { Requests } from "../../reference-provider/channel/requests.js";
import { Session } from "../../reference-provider/channel/session.js";
import { startTestServer } from "../../reference-provider/channel/testing/test-server.js";
import type { ProviderErrorCode } from "../../reference-provider/errors.js";
import { createReferenceProvider, type ReferenceProvider } from "../../reference-provider/index.js";
import { seededRandom, systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { example, type Examples, type Told } from "./example.js";
import { withMeta } from "./mock-server.js";

type Call = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** What a driver's answer says of a failed call; thrown, so that the first failure ends an example. */
class Failed extends Error {
  readonly told: Told;

  constructor(told: Told) {
    super(told.message);
    this.told = told;
  }
}

function callerOf(provider: ReferenceProvider): Call {
  return async (method, params = {}) => {
    const answer = await provider.handle({ jsonrpc: "2.0", id: 1, method, params });
    if (answer === undefined) return {};
    if ("result" in answer) return answer.result as Record<string, unknown>;
    const { message, data } = answer.error as { readonly message: string; readonly data?: { readonly code?: string } };
    throw new Failed({ code: data?.code ?? "none", message });
  };
}

/** The failure that `use` ends in. */
async function failed(use: (call: Call) => Promise<unknown>): Promise<unknown> {
  const provider = createReferenceProvider({ clock: systemClock, random: systemRandom });
  try {
    return await use(callerOf(provider));
  } catch (thrown) {
    if (thrown instanceof Failed) return thrown.told;
    throw thrown;
  } finally {
    await provider.close();
  }
}

const { profile } = builtInProfile("whatsapp");

function configuration({ endpoints }: Pick<MetaEndpoint, "endpoints">, noise = profile.channel.noise): object {
  const { name, version, product, integrator, channel } = profile;
  const { protocolVersion, wire } = channel;
  return {
    meta: endpoints,
    integrator: { id: integrator.id, slug: integrator.slug },
    profile: { name, version, product, protocolVersion, wire, noise },
    timing: { keepAliveMs: 30_000, replyMs: 500, reconnectMs: 20 },
  };
}

const nowhere = {
  endpoints: {
    enlistUrl: "http://127.0.0.1:9/3p/interop_reg",
    chatUrl: "ws://127.0.0.1:9/ws/chat",
    mediaUrl: "http://127.0.0.1:9",
    jwksUrl: "http://127.0.0.1:9/keys",
    rootKey: "07".repeat(32),
  },
};

/** A session with a server that answers every request with an error. */
async function withSession(use: (session: Session) => Promise<unknown>): Promise<unknown> {
  const answer = ({ attrs: { id } }: StanzaNode): readonly StanzaNode[] => [node("iq", { id, type: "error" })];
  const server = await startTestServer({ answer });
  const session = new Session(
    {
      behaviour: behaviourWith({}).channel,
      clock: systemClock,
      random: seededRandom("session"),
      settings: {
        meta: { ...nowhere.endpoints, chatUrl: server.url, rootKey: server.rootKey },
        integrator: { id: 900, slug: "conformance" },
        profile: { name: "", version: "", product: "", protocolVersion: "", wire: "", noise: "" },
        timing: { keepAliveMs: 30_000, replyMs: 500, reconnectMs: 20, helloMs: 500 },
      },
      authKey: generateKeyPair(systemRandom),
      issueToken: async () => "token",
      payload: () => ({}),
    },
    { loggedIn: async () => undefined, stanza: () => true, changed: () => undefined },
  );
  try {
    await session.connect();
    return await use(session);
  } finally {
    await session.disconnect();
    await server.close();
  }
}

type Configured = Pick<Parameters<MetaEndpoint["integrator"]>[0], "endpoints" | "tlsCa">;

/** With a user of the name "ada"; `until` names how far she has come. */
function withAda(
  until: "created" | "enlisted" | "connected",
  use: (call: Call, meta: MetaEndpoint, login: string) => Promise<unknown>,
  ...faults: readonly FaultRequest[]
): Promise<unknown> {
  return withMeta((meta) =>
    failed(async (call) => {
      const own = (await call("provider.configure", configuration(meta))) as unknown as Configured;
      meta.integrator({ id: profile.integrator.id, slug: profile.integrator.slug, ...own });
      await call("user.create", { user: "ada" });
      const { login } = until === "created" ? {} : await call("user.enlist", { user: "ada" });
      if (until === "connected") await call("user.connect", { user: "ada" });
      for (const fault of faults) meta.arm(fault);
      return use(call, meta, String(login));
    }),
  );
}

const ada = { user: "ada" };
const enlist = (call: Call): Promise<unknown> => call("user.enlist", ada);

async function say(call: Call, meta: MetaEndpoint): Promise<unknown> {
  const { jid: to } = await meta.user();
  return call("message.send", { ...ada, to, content: { type: "text", text: "hello" } });
}

export const provider: Examples<ProviderErrorCode> = {
  "not-configured": example("A user enlists before the provider knows where", () =>
    failed(async (call) => {
      await call("user.create", ada);
      return enlist(call);
    }),
  ),
  "unsupported-profile": example("The profile wants a channel without encryption", () =>
    failed((call) => call("provider.configure", configuration(nowhere, "off"))),
  ),
  "unknown-user": example("A user enlists whom nobody created", () =>
    withAda("created", (call) => call("user.enlist", { user: "bob" })),
  ),
  "user-exists": example("A name is given twice", () => withAda("created", (call) => call("user.create", ada))),
  "http-failed": example("Nobody listens where users enlist", () =>
    failed(async (call) => {
      await call("provider.configure", configuration(nowhere));
      await call("user.create", ada);
      return enlist(call);
    }),
  ),
  "enlistment-rejected": example("Meta refuses an enlistment", () =>
    withAda("created", enlist, { fault: "enlistment-refused" }),
  ),
  "enlistment-failed": example("The answer to an enlistment has no login", () =>
    withAda("created", enlist, { fault: "enlistment-answer-malformed" }),
  ),
  "not-enlisted": example("A user connects without a login", () =>
    withAda("created", (call) => call("user.connect", ada)),
  ),
  "connect-failed": example("Meta refuses the login for good", () =>
    withAda("enlisted", (call) => call("user.connect", ada), { fault: "login-failure", params: { reason: "401" } }),
  ),
  "not-connected": example("A message is sent without a connection", () => withAda("enlisted", say)),
  "connection-ended": example("The connection ends before an answer", () => {
    const requests = new Requests(systemClock);
    const answer = requests.wait("7", 1000);
    requests.abandon();
    return answer;
  }),
  "no-reply": example("No answer comes within 10 ms", () => new Requests(systemClock).wait("7", 10)),
  "recipient-unknown": example("A message goes to a number that is nobody's", () =>
    withAda("connected", (call) =>
      call("message.send", { ...ada, to: "999000000000@s.whatsapp.net", content: { type: "text", text: "hello" } }),
    ),
  ),
  "recipient-keys-bad": example("The signature in a bundle was tampered with", () =>
    withAda("connected", say, { fault: "bundle-bad-signature" }),
  ),
  "request-refused": example("The server refuses a request", () =>
    withSession((session) => session.request((id) => node("iq", { id, type: "get", xmlns: "encrypt" }))),
  ),
  "message-refused": example("Meta refuses a message", () =>
    withAda("connected", say, { fault: "message-ack-error", params: { error: "479" } }),
  ),
  "file-unavailable": example("Meta's media host has lost a file", () =>
    withAda(
      "connected",
      async (call, meta, login) => {
        const user = await meta.user();
        await user.send(login, { type: "image", data: new Uint8Array(20), mimetype: "image/png" });
        for (;;) {
          const { events } = (await call("events.take", { ...ada, timeoutMs: 5000 })) as {
            readonly events: readonly Told[];
          };
          const [error] = events.filter((event) => "detail" in event);
          if (error !== undefined)
            return { code: error.code, message: (error as unknown as { detail: string }).detail };
        }
      },
      { fault: "media-missing" },
    ),
  ),
  "state-unreadable": example("The state of another program is imported", () =>
    withAda("created", (call) => call("state.import", { ...ada, state: "e30=" })),
  ),
};
