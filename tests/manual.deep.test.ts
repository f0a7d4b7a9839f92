import { afterAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { View } from "../cli/manual/view.js";
import type { RunResult } from "../harness/model/result.js";
import { createHand, type SeenCard, verdictIn } from "./support/hand.js";
import { folderForAll, interop, startInterop, type Started } from "./support/interop.js";

const folder = folderForAll();
afterAll(() => folder.remove());

/** The address of the page, which the command prints first. */
async function pageOf(started: Started): Promise<URL> {
  await started.says("This page shows one step at a time");
  return new URL("../../../", /Open (http:\S+)/.exec(started.said())?.[1] ?? "");
}

/** Follows the cards through the API of the page, as its script does. */
async function followAll(
  base: URL,
  act: (card: NonNullable<View["card"]>) => Promise<object | undefined>,
): Promise<void> {
  const origin = base.origin;
  let version = 0;
  let done = -1;
  for (;;) {
    const view = (await (await fetch(new URL(`view?after=${version}`, base))).json()) as View;
    ({ version } = view);
    if (view.report !== undefined) return;
    const { card } = view;
    if (card === undefined || card.number === done) continue;
    done = card.number;
    const answer = await act(card);
    if (answer === undefined) continue;
    const body = JSON.stringify({ number: card.number, fields: {}, ...answer });
    const response = await fetch(new URL("answer", base), { method: "POST", body, headers: { origin } });
    // The wire may have been quicker.
    if (!response.ok && response.status !== 409) throw new Error(await response.text());
  }
}

/** As the page shows it to a person. */
function seen({ title, lines, values, choices, fields }: NonNullable<View["card"]>): SeenCard {
  return {
    title,
    lines,
    values: Object.fromEntries(values.map(({ label, value }) => [label, value])),
    choices: choices.map(({ id }) => id),
    fields: fields.map(({ name }) => name),
  };
}

function resultIn(out: string): RunResult {
  return JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as RunResult;
}

test("a person can be the driver, and verdicts that rest on answers say so", async () => {
  const out = join(folder.path, "report");
  const wire = ["m1-identity/token-accepted", "m2-channel/login", "m4-features/read-receipt-out"];
  const answers = ["m4-features/read-receipt-in"];
  const apart = ["m4-features/typing-in", "m1-identity/token-rotation"];
  const started = startInterop(["run", "--manual", "--out", out, ...wire, ...answers, ...apart]);
  const hand = createHand(folder.path);
  const asked: string[] = [];
  await followAll(await pageOf(started), (card) => {
    asked.push(card.title);
    return hand.follow(seen(card));
  });
  const { code } = await started.finished;
  await hand.close();
  const { run, checks } = resultIn(out);
  const rows = checks.map((check) => [check.id, verdictIn(check), check.byHand ?? false]);
  expect(Object.fromEntries(rows.map(([id, ...rest]) => [id, rest]))).toEqual({
    ...Object.fromEntries(wire.map((id) => [id, ["pass", false]])),
    ...Object.fromEntries(answers.map((id) => [id, ["pass", true]])),
    ...Object.fromEntries(apart.map((id) => [id, ["not-applicable", false]])),
  });
  expect(run).toMatchObject({ byHand: true, provider: { name: "App", version: "1" } });
  expect(asked).toContain("Choose an account of your app");
  // The app keeps its account: it is asked for once, and need not enlist again.
  expect(asked.filter((title) => title.startsWith("Choose"))).toHaveLength(1);
  const left = checks.filter(({ verdict }) => verdict === "not-applicable").map(({ cause }) => cause?.code);
  expect(left).toEqual(apart.map(() => "not-by-hand"));
  expect([0, 3]).toContain(code);
  expect(started.said()).toContain("Rest on a person's answer (1)\n  m4-features/read-receipt-in");
  const page = readFileSync(join(out, "report.html"), "utf8");
  expect(page.split("rests on a person&#39;s answer").length).toBe(1 + answers.length);
  const replayed = await interop("replay", join(out, "trace.ndjson"), "--json");
  const again = (JSON.parse(replayed.stdout) as RunResult).checks;
  // Times are measured, and so are not those of the trace.
  expect(again.map((check) => ({ ...check, durationMs: 0 }))).toEqual(
    checks.map((check) => ({ ...check, durationMs: 0 })),
  );
});

test("who leaves gets the report, in which the open checks could not run", async () => {
  const out = join(folder.path, "left");
  const started = startInterop(["run", "--manual", "--out", out, "m1-identity/token-accepted", "m2-channel/login"]);
  const hand = createHand(folder.path);
  const base = await pageOf(started);
  await followAll(base, async (card) => {
    if (!card.title.startsWith("Enlist")) return hand.follow(seen(card));
    started.stop();
    return undefined;
  });
  const { code } = await started.finished;
  await hand.close();
  const causes = resultIn(out).checks.map(({ verdict, cause }) => [verdict, cause?.code]);
  expect(causes).toEqual([
    ["could-not-run", "left"],
    ["could-not-run", "interrupted"],
  ]);
  expect(code).toBe(3);
  expect(started.said()).toMatch(/Next: go on where you left.* run --manual --resume/);
});

test("a run that was left goes on, and the report holds both parts", async () => {
  const out = join(folder.path, "resumed");
  const ids = ["m1-identity/token-accepted", "m4-features/read-receipt-in"];
  const started = startInterop(["run", "--manual", "--out", out, ...ids]);
  const hand = createHand(folder.path);
  let connects = 0;
  await followAll(await pageOf(started), async (card) => {
    if (!card.title.startsWith("Connect ") || card.title.startsWith("Connect a test")) return hand.follow(seen(card));
    connects += 1;
    started.stop();
    return undefined;
  });
  await started.finished;
  expect(connects).toBe(1);
  expect(resultIn(out).checks.map(({ verdict }) => verdict)).toEqual(["pass", "could-not-run"]);

  const other = createHand(folder.path);
  const titles: string[] = [];
  const again = startInterop(["run", "--manual", "--resume", "--out", out]);
  await followAll(await pageOf(again), async (card) => {
    titles.push(card.title);
    if (titles.length > 1) return other.follow(seen(card));
    return { choice: "done", fields: { name: "App", version: "2", jwks: "http://127.0.0.1:9/jwks" } };
  });
  const { code } = await again.finished;
  await hand.close();
  await other.close();
  // Another version was not taken.
  expect(titles.slice(0, 2)).toEqual(["Connect a test build of your app", "Connect a test build of your app"]);
  const { run, checks, cause } = resultIn(out);
  expect(checks.map((check) => [check.id, verdictIn(check)])).toEqual(ids.map((id) => [id, "pass"]));
  expect(cause).toBeNull();
  expect(run).toMatchObject({ byHand: true, provider: { name: "App", version: "1" } });
  expect(run.id).toContain("+");
  expect([0, 3]).toContain(code);
  const verified = await interop("verify", out);
  // All that is wrong with it is that it is about two checks.
  expect(verified.stdout).toMatch(/Refused: 1 reason\n.*\[must-missing\]\n$/s);
  const nothing = await interop("run", "--manual", "--resume", "--out", out);
  expect(nothing.stdout).toContain("Nothing to go on with");
});

test("a step that the person cannot do could not run, and the run goes on", async () => {
  const out = join(folder.path, "cannot");
  const started = startInterop(["run", "--manual", "--out", out, "m1-identity/token-accepted", "m2-channel/login"]);
  const hand = createHand(folder.path);
  await followAll(await pageOf(started), async (card) =>
    card.title.startsWith("Enlist") ? { choice: "cannot" } : hand.follow(seen(card)),
  );
  const { code } = await started.finished;
  await hand.close();
  const causes = resultIn(out).checks.map(({ verdict, cause }) => [verdict, cause?.code]);
  expect(causes).toEqual([
    ["could-not-run", "not-possible"],
    ["could-not-run", "not-possible"],
  ]);
  expect(code).toBe(3);
});

test("the page is for its own address only", async () => {
  const started = startInterop(["run", "--manual", "--out", join(folder.path, "page"), "m2-channel/login"]);
  const base = await pageOf(started);
  const status = async (path: string, init?: RequestInit): Promise<number> =>
    (await fetch(new URL(path, base), init)).status;
  expect(await status("view?after=0")).toBe(200);
  expect(await status("/view?after=0")).toBe(404);
  expect(await status("cli/manual/page/index.html")).toBe(200);
  expect(await status("cli/manual/page/../../../package.json")).toBe(404);
  expect(await status("code.svg?value=0")).toBe(200);
  expect(await status("leave", { method: "POST" })).toBe(403);
  expect(await status("leave", { method: "POST", headers: { origin: "http://elsewhere.example" } })).toBe(403);
  expect(await status("answer", { method: "POST", headers: { origin: base.origin }, body: "{" })).toBe(409);
  started.stop();
  await started.finished;
});

test("a person reacts, blocks, and deletes the account", async () => {
  const out = join(folder.path, "features");
  const reactions = ["m4-features/reaction-in", "m4-features/reaction-out"];
  const blocking = ["m4-features/block", "m4-features/blocklist", "m4-features/unblocked-heard"];
  const deletion = ["m5-deletion/request-sent", "m5-deletion/gone-for-good"];
  const started = startInterop(["run", "--manual", "--out", out, ...reactions, ...blocking, ...deletion]);
  const hand = createHand(folder.path);
  await followAll(await pageOf(started), (card) => hand.follow(seen(card)));
  await started.finished;
  await hand.close();
  const open = resultIn(out).checks.filter((check) => verdictIn(check) !== "pass");
  expect(open.map(({ id, verdict, findings, cause }) => [id, verdict, findings, cause])).toEqual([]);
});
