import { products } from "../../protocol/noise/client-payload.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("wrong-product", "Logs in as a client of WhatsApp itself", {
  channel: { payload: (payload) => ({ ...payload, product: products.whatsapp }) },
});
