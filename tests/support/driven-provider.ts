import type { IntegratorSpec, MetaEndpoints } from "../../harness/ports/meta-side.js";
import { profileParams } from "../../harness/driver/configuration.js";
import { builtInProfile } from "../../profiles/built-in.js";
import { createReferenceProvider } from "../../reference-provider/index.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";

/** The reference provider in this process, introduced to a simulated Meta side as `interop run` would do it. */
export interface DrivenProvider {
  /** One call of the driver protocol; throws the error that the driver answers with. */
  call(method: string, params?: object): Promise<Record<string, unknown>>;
  /** A user that is enlisted and connected. */
  connectedUser(name: string): Promise<{ readonly user: string; readonly login: string }>;
  /** The first event of this kind that the user has not reported yet. */
  event(user: string, kind: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** The endpoint in this process, or the client of one. */
interface Side {
  readonly endpoints: MetaEndpoints;
  integrator(spec: IntegratorSpec): unknown;
}

export async function drivenProvider(meta: Side, tlsCa?: string): Promise<DrivenProvider> {
  const provider = createReferenceProvider({ clock: systemClock, random: systemRandom });
  let calls = 0;

  async function call(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const answer = JSON.parse(
      (await provider.answer(JSON.stringify({ jsonrpc: "2.0", id: ++calls, method, params }))) ?? "{}",
    ) as { readonly result?: Record<string, unknown>; readonly error?: object };
    if (answer.result === undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }

  const { profile } = builtInProfile("whatsapp");
  const { integrator } = profile;
  const configured = await call("provider.configure", {
    meta: { ...meta.endpoints, ...(tlsCa !== undefined && { tlsCa }) },
    ...profileParams(profile),
  });
  const endpoints = configured["endpoints"] as { readonly jwks: string; readonly media: string; readonly push: string };
  const own = configured["tlsCa"];
  const trusted = typeof own === "string" ? { tlsCa: own } : {};
  await meta.integrator({ id: integrator.id, slug: integrator.slug, endpoints, ...trusted });

  return {
    call,
    async connectedUser(wanted) {
      const { user } = await call("user.create", { user: wanted });
      const { login } = await call("user.enlist", { user });
      await call("user.connect", { user });
      return { user: String(user), login: String(login) };
    },
    async event(user, kind) {
      for (;;) {
        const { events } = await call("events.take", { user, timeoutMs: 20_000 });
        const list = events as readonly Record<string, unknown>[];
        if (list.length === 0) throw new Error(`Wait for ${kind}: nothing came`);
        const found = list.find((event) => event["kind"] === kind);
        if (found !== undefined) return found;
      }
    },
    close: () => provider.close(),
  };
}
