#!/usr/bin/env bash
# Loads what Legation exports into the tools that read it, and asks them what Legation says. Tools that are not installed
# are named and left out; tests/interop/install.sh has to have been run. LEGATION names a program that is built already.
#
#   tests/interop/run.sh [--synthetic N] [--only TOOL]... [--table FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=target/interop

if [ -z "${LEGATION:-}" ]; then
    cargo build --release --quiet
    LEGATION=target/release/legation
fi
"$work/venv/bin/python" tests/interop/interop.py "$LEGATION" "$work/exports" "$@"

"$work/venv/bin/python" tests/interop/load.py "$LEGATION" "$work/load"

mkdir -p "$work/shacl"
for source in tests/interop/valid.json examples/*.txt; do
    "$LEGATION" export "$source" --to ttl --quiet -o "$work/shacl/"
done
"$work/venv/bin/python" tests/interop/shacl.py schema/shapes.ttl "$work/shacl/valid.ttl" \
    $(ls "$work"/shacl/*.ttl | grep -v valid.ttl)
