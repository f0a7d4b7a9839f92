// An ordinary open WhatsApp client as a candidate: drives Baileys, unmodified, for the harness. Speaks the driver
// protocol (docs/driver-protocol.md) over stdin and stdout, one JSON object per line.
//
//   npx interop run --profile whatsapp-consumer --provider "node examples/baileys-driver/driver.js"
import { createInterface } from "node:readline";
import { Candidate } from "./candidate.js";

// The client's Signal library prints to the console; stdout is for answers.
console.log = console.info = console.warn = () => undefined;

// Frames that the client cannot read come out of it as unhandled rejections, which would end the process. Applications
// guard themselves like this, and so the client shows what it does afterwards.
process.on("unhandledRejection", (reason) => process.stderr.write(`unhandled in the client: ${String(reason)}\n`));

// Only when asked for: the client gives up on a silent connection after the keep-alive time and five seconds more, and those
// five cannot be set. What --timing says about that is therefore nothing about the client.
const withTiming = process.argv.includes("--timing");

// No files: the client fetches those from the host of the real service where an endpoint has none of its own, which takes
// TLS. The tests in tests/foreign have one.
const capabilities = ["text", "text-receive", "receipts", "read-receipts", "reactions", "replies", "typing", "groups"];

const users = new Map();
let settings;

const methods = {
  "provider.describe": () => ({
    protocol: 1,
    name: "baileys",
    version: "7.0.0-rc14",
    capabilities: [...capabilities, ...(withTiming ? ["timing"] : [])],
  }),

  "provider.configure": ({ meta, timing }) => {
    settings = { meta, timing };
    // An ordinary client has no server side; these addresses answer nothing.
    const nowhere = "http://127.0.0.1:9";
    return { endpoints: { jwks: nowhere, media: nowhere, push: nowhere } };
  },

  "provider.reset": async () => {
    await Promise.all([...users.values()].map((user) => user.dispose()));
    users.clear();
    return {};
  },

  "user.create": async ({ user = `user-${users.size + 1}` }) => {
    users.set(user, await Candidate.create(settings));
    return { user };
  },
  "user.enlist": ({ user }) => userNamed(user).link(),
  "user.connect": ({ user }) => userNamed(user).connect(),
  "user.disconnect": ({ user }) => userNamed(user).disconnect(),
  "message.send": ({ user, to, content, replyTo }) => userNamed(user).send(to, content, replyTo),
  "message.react": ({ user, to, target, emoji }) => userNamed(user).react(to, target, emoji),
  "message.read": ({ user, ids }) => userNamed(user).read(ids),
  "message.typing": ({ user, to, state }) => userNamed(user).typing(to, state),
  "events.take": ({ user, timeoutMs }) => userNamed(user).takeEvents(timeoutMs),
};

function userNamed(name) {
  const user = users.get(name);
  if (user === undefined) throw Object.assign(new Error(`no user ${name}`), { code: "unknown-user" });
  return user;
}

async function answer(request) {
  const { id, method, params } = request;
  if (methods[method] === undefined) return { id, error: { code: -32_601, message: `${method} is not offered` } };
  try {
    return { id, result: await methods[method](params) };
  } catch (thrown) {
    // Codes of the system are upper-case, those of the protocol are not.
    const code = /^[a-z][a-z0-9-]*$/.test(thrown.code ?? "") ? thrown.code : "client-failed";
    const data = { code, detail: String(thrown.message) };
    return { id, error: { code: -32_000, message: String(thrown.message), data } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  void answer(JSON.parse(line)).then((said) => {
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...said })}\n`);
  });
}
process.exit(0);
