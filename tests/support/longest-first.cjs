const { default: Sequencer } = require("@jest/test-sequencer");

/** Suites that take longest. Begun last, as Jest does by their size, one of them would run alone at the end. */
const long = /\/tests\/(?:null-providers|cli-|lateness|verdicts|reference)/;

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (path.includes("/tests/mutants/") ? 0 : long.test(path) ? 1 : 2);
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
