import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { type MetaEndpoint, startMetaEndpoint } from "../../mock-server/index.js";
import { builtInProfile } from "../../profiles/built-in.js";
import { systemClock } from "../../runtime/system-clock.js";
import { newestClient, type OpenClient } from "./clients.js";
import type * as Strict from "./strict-chain.js";
import { foreignSuite } from "./suite.js";

interface Breach {
  readonly fault: FaultRequest;
  /** What a strict client finds. */
  readonly breaks: readonly Strict.Rule[];
  /** The open clients that refuse it too. */
  readonly refusedBy: readonly OpenClient["package"][];
}

const breaches: readonly Breach[] = [
  { fault: { fault: "certificate-foreign-root" }, breaks: ["intermediate-signature"], refusedBy: [] },
  {
    fault: { fault: "certificate-bad-signature", params: { certificate: "intermediate" } },
    breaks: ["intermediate-signature"],
    refusedBy: [],
  },
  { fault: { fault: "certificate-bad-signature" }, breaks: ["leaf-signature"], refusedBy: [] },
  { fault: { fault: "certificate-short-signature" }, breaks: ["leaf-signature"], refusedBy: ["baileys"] },
  {
    fault: { fault: "certificate-wrong-issuer", params: { certificate: "intermediate" } },
    breaks: ["intermediate-issuer"],
    refusedBy: ["baileys", "baileys6"],
  },
  { fault: { fault: "certificate-wrong-issuer" }, breaks: ["leaf-issuer"], refusedBy: [] },
  {
    fault: { fault: "certificate-empty" },
    breaks: ["intermediate-signature", "leaf-signature", "intermediate-validity", "leaf-validity", "leaf-key"],
    refusedBy: ["baileys", "baileys6"],
  },
  { fault: { fault: "certificate-leaf-mismatch" }, breaks: ["leaf-key"], refusedBy: [] },
  ...(["certificate-expired", "certificate-not-yet-valid"] as const).flatMap((fault): readonly Breach[] => [
    { fault: { fault }, breaks: ["leaf-validity"], refusedBy: [] },
    {
      fault: { fault, params: { certificate: "intermediate" } },
      breaks: ["intermediate-validity"],
      refusedBy: [],
    },
  ]),
];

const { absent: notInstalled } = newestClient;

const nameOf = ({ fault }: Breach): string => `${fault.fault} ${JSON.stringify(fault.params ?? {})}`;

(notInstalled === undefined ? describe : describe.skip)("a strict client of foreign parts", () => {
  let meta: MetaEndpoint;
  let strict: typeof Strict;
  beforeAll(async () => {
    meta = await startMetaEndpoint({ profile: builtInProfile("whatsapp").profile, seed: "chain" });
    strict = await import("./strict-chain.js");
  });
  afterAll(() => meta.close());

  const found = async (): Promise<readonly Strict.Rule[]> => {
    const { chatUrl, rootKey } = meta.endpoints;
    return strict.brokenRules(await strict.presented(chatUrl), Buffer.from(rootKey, "hex"), systemClock.now() / 1000);
  };

  test("finds nothing wrong with the chain", async () => {
    expect(await found()).toEqual([]);
  });

  test.each(breaches.map((breach) => [nameOf(breach), breach] as const))("refuses that of %s", async (_, breach) => {
    meta.arm(breach.fault);
    expect(await found()).toEqual(breach.breaks);
    expect(await found()).toEqual([]);
  });
});

foreignSuite("an open client that does not look closely at the chain", (world, ability) => {
  ability("refuses what its authors check, and logs in to all others", async () => {
    const { meta } = world();
    const user = await meta.user({ name: "Fay" });
    const client = await world().adoptedClient(user);
    const { me } = await client.ask("load", { folder: client.folder });
    const login = (): Promise<boolean> => {
      const since = client.events.length;
      const decided = client.event("connection", ({ connection }) => connection === "open" || connection === "close", {
        since,
      });
      void client.ask("connect", { url: meta.endpoints.chatUrl });
      return decided.then(({ connection }) => connection === "open");
    };
    const leave = async (): Promise<void> => {
      const since = client.events.length;
      meta.session(me.id)?.drop();
      await client.event("connection", ({ connection }) => connection === "close", { since });
    };
    await leave();
    const judged: { readonly fault: string; readonly refused: boolean }[] = [];
    for (const breach of breaches) {
      meta.arm(breach.fault);
      const open = await login();
      judged.push({ fault: nameOf(breach), refused: !open });
      if (open) await leave();
    }
    const unchecked = judged.filter(({ refused }) => !refused).map(({ fault }) => fault);
    process.stderr.write(`${world().open.name} does not check: ${unchecked.join(", ")}\n`);
    expect(judged).toEqual(
      breaches.map((breach) => ({ fault: nameOf(breach), refused: breach.refusedBy.includes(world().open.package) })),
    );
    expect(await login()).toBe(true);
  });
});
