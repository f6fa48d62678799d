#!/usr/bin/env bash
# Puts the Python and JavaScript libraries that read exports into target/interop, where they stay. PYTHON names another
# Python to make the environment with. What comes from the system's packages is used where it is installed: Debian has
# virtuoso-opensource-7 libapache-jena-java libthrift-java raptor2-utils serdi graphviz nodejs npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=target/interop
mkdir -p "$work"

if ! [ -x "$work/venv/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$work/venv"
fi
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r tests/interop/requirements.txt
if command -v npm >/dev/null; then
    cp tests/interop/package.json "$work/"
    npm install --prefix "$work" --silent --no-audit --no-fund
fi
