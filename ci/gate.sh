#!/bin/sh
# Runs the conformance checks and decides what a pipeline makes of the exit code. Everything is set by variables:
#   INTEROP            how the command is called (interop)
#   INTEROP_PROVIDER   command that starts your driver; or INTEROP_URL; with neither, interop.config.* must name it
#   INTEROP_BASELINE   file of known failures
#   INTEROP_OUT        folder for the report (conformance-report)
#   INTEROP_SELECT     selectors, separated by spaces
#   INTEROP_ALLOW      exit codes that do not fail the pipeline, separated by spaces; 3 (incomplete) is a usual one
set -uf

# A pipeline without a provider must not pass: here the bundled reference provider never counts.
CI=true
export CI

set -- --out "${INTEROP_OUT:-conformance-report}"
[ -n "${INTEROP_PROVIDER:-}" ] && set -- "$@" --provider "$INTEROP_PROVIDER"
[ -n "${INTEROP_URL:-}" ] && set -- "$@" --url "$INTEROP_URL"
[ -n "${INTEROP_BASELINE:-}" ] && set -- "$@" --baseline "$INTEROP_BASELINE"
# Selectors and the command are lists of words; globs among them are for interop, not for the shell (-f).
# shellcheck disable=SC2086
${INTEROP:-interop} run "$@" -- ${INTEROP_SELECT:-}
code=$?

for allowed in ${INTEROP_ALLOW:-}; do
  if [ "$code" = "$allowed" ]; then
    echo "interop ended with $code, which INTEROP_ALLOW accepts"
    exit 0
  fi
done
exit "$code"
