/** FIN and opcode 2: a binary message in one frame (RFC 6455 section 5.2). */
const wholeBinary = 0x82;

/**
 * `payload` as one WebSocket message of a server, in one piece. ws writes header and payload apart, so that even a
 * single message is a vectored write.
 */
export function binaryMessage(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 2 ** 16 ? 4 : 10;
  const message = Buffer.allocUnsafe(headerLength + length);
  message[0] = wholeBinary;
  if (headerLength === 2) message[1] = length;
  else if (headerLength === 4) {
    message[1] = 126;
    message.writeUInt16BE(length, 2);
  } else {
    message[1] = 127;
    message.writeUInt32BE(0, 2);
    message.writeUInt32BE(length, 6);
  }
  message.set(payload, headerLength);
  return message;
}
