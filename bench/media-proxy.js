import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./support/child.js";
import { cpuMsOf, peakRssOf, rssOf } from "./support/proc.js";
import { median } from "./support/measure.js";
import { obtainNginx, startNginx } from "./servers/nginx.js";

export const title = "Files of a provider through the media proxy: relayed, hashed and bounded in memory";
export const peer = "nginx proxy_pass";
export const notes = [
  "The peer has its default buffers and hashes nothing. Both fetch from a separate nginx, with sendfile, over a new",
  "connection for each file; the client is a separate process.",
];

const mebibyte = 2 ** 20;
const files = [
  { name: "small", bytes: 10 * 1024, width: 64, ms: 2000, unit: "files/s, 10 KiB, 64 readers", perSecond: (n) => n },
  { name: "large", bytes: 100 * mebibyte, width: 1, ms: 3000, unit: "MB/s, 100 MiB", perSecond: (n) => n * 104.8576 },
];
const goals = { small: "", large: ">= 0.5" };
const huge = { name: "huge", bytes: 1024 * mebibyte };

export async function measure({ rounds }) {
  const skipped = obtainNginx();
  if (skipped !== undefined) return { skipped };
  const folder = mkdtempSync(join(tmpdir(), "bench-files-"));
  const stops = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    for (const { name, bytes } of [...files, huge]) {
      writeFileSync(join(folder, name), "");
      truncateSync(join(folder, name), bytes);
    }
    const origin = await started(stops, startNginx(`location / { root ${folder}; }`));
    const nginx = await started(stops, startNginx(`location / { proxy_pass ${origin.url}; }`));
    const endpoint = await started(stops, startEndpoint(origin.url));
    const load = await started(stops, startChild("load/fetcher.js"));
    const sides = [endpoint, nginx];
    // First, before either side held anything large.
    const grown = await memory(sides, load);
    return [...(await speed(sides, load, rounds)), grown];
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function started(stops, starting) {
  const server = await starting;
  stops.push(() => server.stop());
  return server;
}

async function startEndpoint(media) {
  const child = startChild("servers/endpoint.js");
  const { mediaUrl } = await child.ask("address");
  const slug = "conformance";
  await child.ask("integrator", { id: 900, slug, endpoints: { jwks: media, media, push: media } });
  return {
    pid: child.pid,
    urlOf: (name) => `${mediaUrl}/interop/whatsapp/download/${slug}/${name}/`,
    stop: child.stop,
  };
}

const urlOf = (side, name) => side.urlOf?.(name) ?? `${side.url}/${name}`;

async function speed(sides, load, rounds) {
  const rows = [];
  for (const { name, bytes, width, ms, unit, perSecond } of files) {
    const clock = sides.map(() => []);
    const processor = sides.map(() => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, side] of sides.entries()) {
        const before = cpuMsOf(side.pid);
        const { requests, seconds } = await load.ask("fetchFor", urlOf(side, name), bytes, width, ms);
        // The first round only warms up.
        if (round < 0) continue;
        clock[index].push(perSecond(requests / seconds));
        processor[index].push(perSecond((requests * 1000) / (cpuMsOf(side.pid) - before)));
      }
    }
    const [ours, theirs] = clock.map(median);
    const [oursCpu, theirsCpu] = processor.map(median);
    rows.push({ figure: unit, ours, peer: theirs, goal: goals[name] });
    rows.push({ figure: `${unit}, of processor time`, ours: oursCpu, peer: theirsCpu });
  }
  return rows;
}

/** How much more memory a file takes that is larger than any cache. */
async function memory(sides, load) {
  const growth = [];
  for (const side of sides) {
    await load.ask("fetchFor", urlOf(side, files[0].name), files[0].bytes, 1, 500);
    const before = rssOf(side.pid);
    await load.ask("fetchFor", urlOf(side, huge.name), huge.bytes, 1, 1);
    growth.push((peakRssOf(side.pid) - before) / mebibyte);
  }
  return { figure: "MiB added by a file of 1 GiB (< 32)", ours: growth[0], peer: growth[1], lowerIsBetter: true };
}
