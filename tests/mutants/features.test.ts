import { mutantsAreKilledWhereNamed } from "../support/named-mutants.js";

mutantsAreKilledWhereNamed("features");
