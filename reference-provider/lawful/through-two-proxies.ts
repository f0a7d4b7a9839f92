import { lawful } from "../behaviour/variation.js";
import { contract } from "../settings.js";

export default lawful("through-two-proxies", "Has two proxies, each of which adds the address that it sees", {
  proxy: {
    enabled: true,
    headers: (clientAddress) => ({ [contract.clientAddressHeader]: `${clientAddress}, 192.0.2.7` }),
  },
});
