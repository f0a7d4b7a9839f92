import { WebSocket } from "ws";

/** Frame sizes in bytes as they cross the real endpoint. */
export const relaySizes = { message: 250, clientAck: 70, serverAck: 75 };

/** Clients of the bare relay. */
export async function relayClients({ chatUrl }, onMessage) {
  const acknowledgement = Buffer.alloc(relaySizes.clientAck);
  return {
    register: async () => undefined,
    async connect(index) {
      const socket = new WebSocket(chatUrl, { perMessageDeflate: false });
      await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
      const hello = Buffer.alloc(2);
      hello.writeUInt16BE(index);
      socket.send(hello);
      socket.on("message", (data) => {
        if (data.length !== relaySizes.message) return;
        socket.send(acknowledgement);
        onMessage(data.readUInt32BE(2));
      });
      return {
        send(to, id) {
          const frame = Buffer.allocUnsafe(relaySizes.message);
          frame.writeUInt16BE(to, 0);
          frame.writeUInt32BE(id, 2);
          socket.send(frame);
        },
        close: () => socket.terminate(),
      };
    },
  };
}
