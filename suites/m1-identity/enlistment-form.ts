import { check } from "../kit/index.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-form", {
  requirement: "M1-11",
  scenario: enlistment,
  reached: (trace) => trace.http.face("enlistment").requests.list,
  judge({ expect, reached }) {
    for (const request of reached) {
      expect("method", request.method, request).is("POST");
      expect("content-type", request.headers["content-type"] ?? "", request).matches(
        /^application\/x-www-form-urlencoded\b/i,
      );
    }
  },
  hint: "Enlist with an HTTP POST whose body is application/x-www-form-urlencoded, not JSON.",
  mutants: { "enlist-as-json": "content-type" },
});
