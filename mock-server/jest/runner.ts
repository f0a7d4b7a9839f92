import { MockClientError } from "../client/errors.js";

/** The hooks of a test runner, as Jest has them. */
export interface TestHooks {
  beforeAll(run: () => Promise<void>, timeoutMs?: number): void;
  afterEach(run: () => Promise<void>): void;
  afterAll(run: () => Promise<void>): void;
}

/** What is known of the test that has just run. */
export interface FinishedTest {
  readonly file: string;
  /** With the names of the blocks around it. */
  readonly name: string;
  /** Undefined when the runner does not tell. */
  readonly failed: boolean | undefined;
}

type Globals = Partial<TestHooks> & {
  readonly expect?: { getState?(): { readonly testPath?: string; readonly currentTestName?: string } };
};

/** The hooks that Jest makes global. @throws MockClientError `no-test-hooks` */
export function globalHooks(): TestHooks {
  const { beforeAll, afterEach, afterAll } = globalThis as Globals;
  if (beforeAll !== undefined && afterEach !== undefined && afterAll !== undefined) {
    return { beforeAll, afterEach, afterAll };
  }
  const wanted = 'wanted those of a test runner; with injectGlobals: false, pass hooks from "@jest/globals"';
  throw new MockClientError("no-test-hooks", `Use the simulated endpoint: found no global hooks, ${wanted}`);
}

/** To be asked in `afterEach`. */
export function finishedTest(): FinishedTest {
  const state = (globalThis as Globals).expect?.getState?.() ?? {};
  return { file: state.testPath ?? "test", name: state.currentTestName ?? "test", failed: hasFailed() };
}

/**
 * Jest tells only test environments how a test ended. Its runner keeps the errors so far in a global state, under a
 * symbol that has no other way to it than its description; a runner without one tells nothing.
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
