// A bare WebSocket relay that moves frames of the same sizes: a message to the partner, an acknowledgement back to its
// sender, and nothing for the partner's own acknowledgement. It reads two bytes of each frame and judges nothing.
import { WebSocketServer } from "ws";
import { answerParent } from "../support/child.js";
import { relaySizes } from "../load/relay.js";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false, clientTracking: false });
await new Promise((resolve) => server.once("listening", resolve));
const sockets = [];
const acknowledgement = Buffer.alloc(relaySizes.serverAck);

server.on("connection", (socket) => {
  socket.on("message", (data) => {
    if (data.length === 2) {
      sockets[data.readUInt16BE(0)] = socket;
      return;
    }
    if (data.length === relaySizes.clientAck) return;
    sockets[data.readUInt16BE(0)].send(data);
    socket.send(acknowledgement);
  });
});

answerParent({
  address: () => ({ chatUrl: `ws://127.0.0.1:${server.address().port}` }),
  collect: () => globalThis.gc?.(),
});
