import { NoiseError } from "../../protocol/noise/errors.js";
import { decodeExpected, encodeHandshake } from "../../protocol/noise/messages.js";
import { mutant } from "../behaviour/variation.js";

export default mutant(
  "refuses-unknown-hello-fields",
  "Refuses a handshake message with a field that it does not know",
  {
    channel: {
      readServerHello(body) {
        const fields = decodeExpected(body, "serverHello");
        const known = encodeHandshake({ kind: "serverHello", fields });
        if (known.length === body.length) return fields;
        throw new NoiseError("malformed-handshake", "Read ServerHello: unknown fields found, wanted none");
      },
    },
  },
);
