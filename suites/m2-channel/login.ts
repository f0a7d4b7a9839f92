import { type Call, calls, ending } from "../kit/calls.js";
import { handshakes } from "../kit/handshakes.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { closingOf } from "../kit/streams.js";
import { login } from "../scenarios/login.js";

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
  hint: "Finish Noise_XX_25519_AESGCM_SHA256 with the header as prologue and the 32-byte protocol name unhashed, and verify the server's certificates with the rootKey of provider.configure; then log in with account, product, token and the enlisted authkey. The user is connected when the server sends success. See facts 26 to 29 and 31.",
  mutants: {
    "header-every-frame": "handshake",
    "empty-prologue": "handshake",
    "hashes-pattern-name": "handshake",
    "finish-without-associated-data": "handshake",
    "handshake-keys-swapped": "handshake",
    "handshake-nonce-little-endian": "handshake",
    "handshake-nonce-not-reset": "handshake",
    "handshake-nonce-stays-zero": "handshake",
    "handshake-plaintext-hashed": "handshake",
    "handshake-without-associated-data": "handshake",
    "hashes-empty-payload": "handshake",
    "server-payload-not-hashed": "handshake",
    "skips-prologue": "handshake",
    "third-message-keys-swapped": "handshake",
    "enlists-nobody": "login",
    "omits-token": "login",
    "token-broken-at-connect": "login",
    "static-key-not-authkey": "login",
    "wrong-account-id": "login",
    "wrong-product": "login",
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
