// A provider whose Noise, binary codec and Signal sessions come from whatsapp-rust-bridge, its protobuf, tokens and sockets
// from protobufjs, jose and ws. It shares no code with this project. Speaks the driver protocol (docs/driver-protocol.md) over
// stdin and stdout, one JSON object per line.
//
//   npx interop run --provider "node examples/foreign-provider/driver.js"
import { createInterface } from "node:readline";
import { errorFor } from "./failure.js";
import { Provider } from "./provider.js";

const provider = new Provider(process.env.INTEROP_STATE_DIR);
const user = ({ user: name }) => provider.user(name);
const none = async (doing) => {
  await doing;
  return {};
};

const methods = {
  "provider.describe": () => provider.describe(),
  "provider.configure": (settings) => provider.configure(settings),
  "provider.reset": () => none(provider.reset()),
  "user.create": ({ user: name }) => provider.create(name),
  "user.enlist": (params) => user(params).enlist(),
  "user.connect": (params) => none(user(params).connect()),
  "user.disconnect": (params) => none(user(params).session.disconnect()),
  "user.delete": ({ user: name }) => none(provider.delete(name)),
  "message.send": (params) => user(params).send(params.to, params.content, params.replyTo),
  "message.react": (params) => user(params).react(params.to, params.target, params.emoji),
  "message.read": (params) => none(user(params).read(params.from, params.ids)),
  "message.typing": (params) => none(user(params).typing(params.to, params.state)),
  "contact.block": (params) => none(user(params).block("block", params.contact)),
  "contact.unblock": (params) => none(user(params).block("unblock", params.contact)),
  "contact.blocklist": (params) => user(params).blocklist(),
  "reachability.notify": (params) => none(user(params).notify(params.to)),
  "token.rotate": () => none(provider.tokens.rotate()),
  "keys.rotate": (params) => none(user(params).keys.rotate()),
  "state.export": (params) => user(params).export(),
  "state.import": (params) => none(user(params).import(params.state)),
  "events.take": async (params) => ({ events: await user(params).events.take(params.timeoutMs) }),
};

async function answer({ id, method, params }) {
  if (methods[method] === undefined) return { id, error: { code: -32_601, message: `${method} is not offered` } };
  try {
    return { id, result: await methods[method](params) };
  } catch (thrown) {
    return { id, error: errorFor(thrown) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  void answer(JSON.parse(line)).then((said) => {
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...said })}\n`);
  });
}
process.exit(0);
