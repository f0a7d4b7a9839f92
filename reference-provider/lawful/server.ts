import { encodeEnlistment } from "../../protocol/enlistment/request.js";
import { lawful } from "../behaviour/variant.js";
import { contract } from "../settings.js";

export default lawful({
  "enlists-with-further-argument": {
    sentence: "Adds an argument of its own to the enlistment",
    overrides: {
      enlistment: {
        request: (fields) => ({
          contentType: "application/x-www-form-urlencoded",
          body: `${encodeEnlistment(fields)}&client_version=1`,
        }),
      },
    },
  },
  "answers-pushes-with-a-body": {
    sentence: "Answers a push with a short text",
    overrides: { push: { answer: { status: 200, body: "ok" } } },
  },
  "refuses-pushes-with-403": {
    sentence: "Answers 403 to a push that does not come from Meta",
    overrides: { push: { refusalStatus: 403 } },
  },
  "through-a-proxy": {
    sentence: "Has a proxy between its clients and Meta",
    overrides: { proxy: { enabled: true } },
  },
  "through-two-proxies": {
    sentence: "Has two proxies, which each add the address that they see",
    overrides: {
      proxy: {
        enabled: true,
        headers: (clientAddress) => ({ [contract.clientAddressHeader]: `${clientAddress}, 192.0.2.7` }),
      },
    },
  },
});
