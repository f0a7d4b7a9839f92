/** One call that gives a Jest test file a simulated Meta side of its own. */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { connectToMock, startMock, type StartMockOptions } from "./client/connect.js";
import { MockClientError } from "./client/errors.js";
import type { MockTenant } from "./client/types.js";
import type { MetaManifest } from "./endpoint/options.js";

export interface UseMockOptions extends StartMockOptions {
  /**
   * A running endpoint, by its manifest or ready file: the tests then use a tenant of it instead of starting an endpoint
   * in this process (default: the value of the environment variable INTEROP_MOCK, if set).
   */
  readonly server?: MetaManifest | string;
  /** Which transcripts to keep (default: those of failed tests). */
  readonly keep?: "on-failure" | "always" | "never";
  /** Where to keep them (default: `interop-transcripts` in the working directory). */
  readonly folder?: string;
  /** For runners without global hooks. */
  readonly hooks?: TestHooks;
}

/** The hooks of a test runner, as Jest has them. */
export interface TestHooks {
  beforeAll(run: () => Promise<void>, timeoutMs?: number): void;
  afterEach(run: () => Promise<void>): void;
  afterAll(run: () => Promise<void>): void;
}

/** What is known of the test that has just run. */
export interface FinishedTest {
  readonly file: string;
  /** Includes the names of the blocks around it. */
  readonly name: string;
  /** Undefined if the runner does not tell. */
  readonly failed: boolean | undefined;
}

const startMs = 30_000;

/**
 * Starts a simulated Meta side before the tests of this file, resets it after each test and closes it after the last
 * one. If a test fails, keeps the transcript of its traffic; the failure names the file.
 *
 * @returns The side. Use it only inside tests and hooks. @throws MockClientError `no-test-hooks`
 */
export function useMock(options: UseMockOptions = {}): MockTenant {
  const { server = process.env["INTEROP_MOCK"], keep = "on-failure", folder = "interop-transcripts" } = options;
  const hooks = options.hooks ?? globalHooks();
  let mock: MockTenant | undefined;
  let since = 0;

  function current(): MockTenant {
    if (mock !== undefined) return mock;
    const message = "Use the simulated endpoint: found it not started, wanted a test or a hook around it";
    throw new MockClientError("mock-not-started", message);
  }

  hooks.beforeAll(async () => {
    mock = server === undefined || server === "" ? await startMock(options) : await tenantOf(server, options);
  }, startMs);

  hooks.afterEach(async () => {
    const test = finishedTest();
    const kept = isKept(keep, test) ? await keepTranscript(current(), test) : undefined;
    ({ since } = await current().reset());
    // Jest adds an error of this hook to the report of the test that failed.
    if (kept !== undefined && test.failed === true) throw new Error(`The transcript of this test is in ${kept}`);
  });

  hooks.afterAll(async () => {
    await mock?.close();
    mock = undefined;
  });

  async function keepTranscript(tenant: MockTenant, test: FinishedTest): Promise<string> {
    return writeTranscript(folder, test, await tenant.journal.export(since));
  }

  // The tenant does not exist before the first hook has run.
  return new Proxy({} as MockTenant, { get: (_, member) => Reflect.get(current(), member) as unknown });
}

async function tenantOf(server: MetaManifest | string, { profile, seed }: UseMockOptions): Promise<MockTenant> {
  const shared = await connectToMock(server);
  return shared.tenant({
    ...(seed !== undefined && { seed }),
    ...(profile !== undefined && { profile }),
  });
}

/** With a runner that does not tell how a test ended, transcripts of all tests are kept. */
function isKept(keep: UseMockOptions["keep"], { failed }: FinishedTest): boolean {
  return keep === "always" || (keep === "on-failure" && failed !== false);
}

type Globals = Partial<TestHooks> & {
  readonly expect?: { getState?(): { readonly testPath?: string; readonly currentTestName?: string } };
};

/** The hooks that Jest makes global. @throws MockClientError `no-test-hooks` */
function globalHooks(): TestHooks {
  const { beforeAll, afterEach, afterAll } = globalThis as Globals;
  if (beforeAll !== undefined && afterEach !== undefined && afterAll !== undefined) {
    return { beforeAll, afterEach, afterAll };
  }
  const wanted = 'wanted those of a test runner; with injectGlobals: false, pass hooks from "@jest/globals"';
  throw new MockClientError("no-test-hooks", `Use the simulated endpoint: found no global hooks, ${wanted}`);
}

/** Call it in `afterEach`. */
function finishedTest(): FinishedTest {
  const state = (globalThis as Globals).expect?.getState?.() ?? {};
  return { file: state.testPath ?? "test", name: state.currentTestName ?? "test", failed: hasFailed() };
}

/**
 * Jest tells only test environments how a test ended. Its runner keeps the errors so far in a global object under a
 * symbol, which can be found only by its description. Other runners have no such symbol.
 */
function hasFailed(): boolean | undefined {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === "JEST_STATE_SYMBOL",
  );
  if (symbol === undefined) return undefined;
  const state = (globalThis as unknown as Readonly<Record<symbol, unknown>>)[symbol];
  const { currentlyRunningTest } = state as { readonly currentlyRunningTest?: { readonly errors?: unknown } | null };
  const errors = currentlyRunningTest?.errors;
  return Array.isArray(errors) ? errors.length > 0 : undefined;
}

const longestName = 100;

/** Writes the traffic of a test, one entry of the journal per line, and returns the absolute path. */
async function writeTranscript(folder: string, test: FinishedTest, lines: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = basename(test.file).replace(/\.[cm]?[jt]sx?$/, "");
  const path = resolve(join(folder, `${slug(file)}.${slug(test.name)}.ndjson`));
  // It contains the texts and addresses of a test, so only its owner may read it.
  await writeFile(path, lines, { mode: 0o600 });
  return path;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestName)
    .replace(/^-|-$/g, "");
}
