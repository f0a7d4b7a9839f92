import { lawful } from "../behaviour/variation.js";

export default lawful("file-refs-as-uuids", "Calls its files by random UUIDs", {
  files: {
    ref(random) {
      const hex = Buffer.from(random.bytes(16)).toString("hex");
      const variant = "89ab"[random.int(4)] ?? "8";
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20),
      ].join("-");
    },
  },
});
