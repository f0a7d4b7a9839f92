import { lawful } from "../behaviour/variant.js";
import { contract } from "../settings.js";

export default lawful({
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
