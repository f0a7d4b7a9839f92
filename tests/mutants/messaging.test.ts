import { mutantsAreKilledWhereNamed } from "../support/named-mutants.js";

mutantsAreKilledWhereNamed("messaging");
