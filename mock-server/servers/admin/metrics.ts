import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Counts } from "../../journal/counts.js";
import type { Tenant, Tenants } from "./handlers/tenant.js";

/**
 * The numbers of all tenants in the format of Prometheus, and those of the process, with the delay of its event loop.
 * The journals count; here is only the form.
 */
export function createMetrics(tenants: Pick<Tenants, "list">): { text(): Promise<string>; close(): void } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  /** A number of each tenant that only grows. */
  function counter(
    name: string,
    help: string,
    labels: readonly string[],
    pick: (counts: Counts) => Map<string, number>,
  ): void {
    const metric = new Counter({
      name: `interop_${name}_total`,
      help,
      labelNames: ["tenant", ...labels],
      registers: [],
      collect() {
        this.reset();
        for (const { id, journal } of tenants.list()) {
          for (const [key, value] of pick(journal.counts)) {
            const words = key.split(" ");
            this.inc({ tenant: id, ...Object.fromEntries(labels.map((label, at) => [label, words[at] ?? ""])) }, value);
          }
        }
      },
    });
    registry.registerMetric(metric);
  }

  /** What each tenant has at the moment. */
  function gauge(name: string, help: string, measure: (tenant: Tenant) => number): void {
    const metric = new Gauge({
      name: `interop_${name}`,
      help,
      labelNames: ["tenant"],
      registers: [],
      collect() {
        this.reset();
        for (const tenant of tenants.list()) this.set({ tenant: tenant.id }, measure(tenant));
      },
    });
    registry.registerMetric(metric);
  }

  counter("connections", "Chat connections that were opened and closed", ["event"], ({ connections }) => connections);
  counter("logins", "Logins of users of the provider", ["outcome"], ({ logins }) => logins);
  counter(
    "stanzas",
    "Stanzas, as the catalogue judges them",
    ["direction", "kind", "verdict"],
    ({ stanzas }) => stanzas,
  );
  counter("media_bytes", "Bytes of files through the media host", ["part"], ({ mediaBytes }) => mediaBytes);
  gauge("connections_open", "Chat connections that are open", ({ journal }) => openConnections(journal.counts));
  gauge("mailbox_stanzas", "Stanzas that wait for users of the provider", ({ core }) =>
    core.engine.accounts().reduce((sum, { queued }) => sum + queued, 0),
  );
  gauge("journal_entries", "Entries that the journal holds", ({ journal }) => journal.last - journal.dropped);
  gauge("journal_dropped_entries", "Entries that the full journal dropped", ({ journal }) => journal.dropped);

  return { text: () => registry.metrics(), close: () => registry.clear() };
}

function openConnections({ connections }: Counts): number {
  return (connections.get("opened") ?? 0) - (connections.get("closed") ?? 0);
}
