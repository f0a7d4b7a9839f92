// Fetches files as fast as it can and throws them away, in a separate process.
import { connect } from "node:net";
import { answerParent } from "../support/child.js";

const buffer = Buffer.alloc(1024 * 1024);

/** One GET on a new connection; resolves with the bytes of the body. */
function fetchOnce(url, bodyBytes) {
  const { hostname, port, pathname, host } = new URL(url);
  return new Promise((resolve, reject) => {
    let head = "";
    let size = -1;
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: {
        buffer,
        callback(length, filled) {
          if (size >= 0) size += length;
          else {
            head += filled.toString("latin1", 0, length);
            const end = head.indexOf("\r\n\r\n");
            if (end < 0) return true;
            if (!head.startsWith("HTTP/1.1 200 ")) return void socket.destroy(new Error(head.slice(0, 60)));
            size = head.length - end - 4;
          }
          if (size >= bodyBytes) socket.destroy();
          return true;
        },
      },
    });
    socket.on("error", reject);
    socket.on("close", () => (size === bodyBytes ? resolve(size) : reject(new Error(`${size} of ${bodyBytes} bytes`))));
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
  });
}

answerParent({
  /** Fetches `url` again and again over `width` connections at a time; resolves with requests and seconds. */
  async fetchFor(url, bodyBytes, width, ms) {
    const began = performance.now();
    const until = began + ms;
    let requests = 0;
    const lane = async () => {
      while (performance.now() < until) {
        await fetchOnce(url, bodyBytes);
        requests += 1;
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
    return { requests, seconds: (performance.now() - began) / 1000 };
  },
});
