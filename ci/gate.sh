#!/bin/sh
# For pipelines that call this file: `interop gate --help` explains it. INTEROP says how interop is called.
exec ${INTEROP:-interop} gate "$@"
