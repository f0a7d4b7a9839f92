import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

const idleMs = 10_000;
const maximumBytes = 256 * 2 ** 20;

/** One HTTP exchange. Rejects when there is no whole answer. */
export function call({ url, method = "GET", headers = {}, body, ca }) {
  const send = new URL(url).protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, ca, agent: false, timeout: idleMs }, (response) => {
      const pieces = [];
      let length = 0;
      response.on("data", (piece) => {
        pieces.push(piece);
        length += piece.length;
        if (length > maximumBytes) request.destroy(new Error(`More than ${maximumBytes} bytes`));
      });
      response.on("end", () => resolve({ status: response.statusCode, body: Buffer.concat(pieces) }));
      response.on("error", reject);
    });
    request.on("timeout", () => request.destroy(new Error(`Nothing within ${idleMs} ms`)));
    request.on("error", reject);
    request.end(body);
  });
}
