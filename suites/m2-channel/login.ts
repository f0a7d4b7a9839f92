import { type Call, calls, ending } from "../kit/calls.js";
import { handshakes } from "../kit/handshakes.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { closingOf } from "../kit/streams.js";
import { login } from "../scenarios/login.js";

/** Mutants whose handshake fails: most make a mistake that protocol/noise/mistakes.ts names. */
const mistaken =
  "header-every-frame empty-prologue hashes-pattern-name finish-without-associated-data handshake-keys-swapped handshake-nonce-little-endian handshake-nonce-not-reset handshake-nonce-stays-zero handshake-plaintext-hashed handshake-without-associated-data hashes-empty-payload server-payload-not-hashed skips-prologue third-message-keys-swapped";
/** Mutants that finish the handshake and are refused. */
const refused =
  "enlists-nobody omits-token token-broken-at-connect static-key-not-authkey wrong-account-id wrong-product";

function dyingFor(what: string, mutants: string): Readonly<Record<string, string>> {
  return Object.fromEntries(mutants.split(" ").map((id) => [id, what]));
}

export default check("m2-channel/login", {
  requirement: "M2-09",
  version: 3,
  scenario: login,
  reached: (trace) => handshakes(trace, "client-hello").filter((hello) => !wasCutOff(trace, hello)),
  judge({ expect, reached, trace }) {
    for (const hello of reached) {
      const finish = handshakes(trace, "client-finish").find((entry) => entry.connection === hello.connection);
      const failed = handshakes(trace, "failed").find((entry) => entry.connection === hello.connection);
      const outcome = finish !== undefined ? "finished" : failed === undefined ? leftBy(trace, hello) : whyOf(failed);
      expect("handshake", outcome, finish ?? failed ?? hello).is("finished");
      if (finish === undefined) continue;
      const answer = trace.of("login", (entry) => entry.connection === hello.connection)[0];
      if (!expect("login", answer?.outcome ?? "not answered", answer ?? finish).is("accepted")) continue;
      const call = callAround(trace, hello);
      if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("ok");
    }
  },
  hint: 'Compare with the worked handshake of "interop vectors" (docs/implementing/channel.md): prologue, name unhashed, no payload step in the first message. Verify the certificates with rootKey; log in with account, product, token and the enlisted authkey.',
  mutants: {
    ...dyingFor("handshake", mistaken),
    ...dyingFor("login", refused),
    "counts-frames-from-one": "answer to user.connect",
    "misses-success": "answer to user.connect",
  },
});

/** The call of `user.connect` that led to this connection. */
function callAround(trace: Trace, { seq }: EntryOf<"handshake">): Call | undefined {
  return calls(trace, "user.connect").find(
    ({ request, response }) => request.seq < seq && response !== undefined && response.seq > seq,
  );
}

/** The harness closed the connection before the login was answered, and no one said why: it shows nothing. */
function wasCutOff(trace: Trace, hello: EntryOf<"handshake">): boolean {
  const { connection } = hello;
  const isDecided =
    handshakes(trace, "failed").some((entry) => entry.connection === connection) ||
    trace.of("login", (entry) => entry.connection === connection).length > 0 ||
    leftBy(trace, hello) !== unexplained;
  return !isDecided && closingOf(trace, connection)?.by === "harness";
}

const unexplained = "left unfinished by the client";

/** The server could not go on. */
function whyOf({ fields }: EntryOf<"handshake">): string {
  return `failed at the server: ${String(fields["code"])}`;
}

/** The client went no further; what it said about that says most. */
function leftBy(trace: Trace, hello: EntryOf<"handshake">): string {
  const error = calls(trace, "user.connect").find(({ response }) => (response?.seq ?? 0) > hello.seq)?.response?.error;
  const said = error?.detail ?? error?.code;
  return said === undefined ? unexplained : `${unexplained}: ${said}`;
}
