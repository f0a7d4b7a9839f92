import { mutantsAreKilledWhereNamed } from "../support/named-mutants.js";

mutantsAreKilledWhereNamed("identity and channel");
