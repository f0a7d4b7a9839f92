import { check } from "../kit/index.js";
import { proxied } from "../scenarios/proxied.js";

export default check("proxy/client-address", {
  requirement: "PX-04",
  scenario: proxied,
  reached: (trace) => trace.of("connection", ({ event }) => event === "opened"),
  judge({ expect, reached, profile }) {
    for (const opened of reached) {
      const [address = ""] = (opened.headers?.[profile.proxy.clientAddressHeader] ?? "").split(",", 1);
      if (!expect("address of the client", address.trim() || "none", opened).matches(ipAddress)) return;
    }
  },
  hint: "Hand over the client's IP address when you connect for it, in the way of the profile. That way is not published: compare it with your documents first.",
  mutants: { "proxy-hides-client-address": "address of the client" },
  lawful: ["through-a-proxy", "through-two-proxies"],
});

const byte = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
/** Four bytes, or, loosely, groups of hexadecimal digits with at least two colons. */
const ipAddress = new RegExp(`^(?:${byte}(?:\\.${byte}){3}|(?=.*:.*:)[0-9a-f:.]+)$`, "i");
