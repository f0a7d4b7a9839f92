import { check } from "../kit/index.js";

export default check("m1-identity/user-keys", {
  requirement: "M1-32",
  async drive({ provider }) {
    await provider.enlistedUser();
    const second = await provider.newUser();
    await second.tryEnlist();
  },
  reached(trace) {
    const enlistments = trace.of("enlistment");
    return enlistments.length < 2 ? [] : enlistments;
  },
  judge({ expect, reached }) {
    for (const name of ["authkey", "e_ident", "e_skey_val"]) {
      const values = reached.map((entry) => entry.arguments[name]);
      expect(`${name} of two users`, values, reached.at(-1)).isUnique();
    }
  },
  hint: "Make every key on the device of its user: a key that two users share proves nothing about either.",
  mutants: { "shares-auth-key": "authkey of two users" },
});
