#!/usr/bin/env bash
# Megabytes of prose a second and core: Legation beside spaCy's small English pipeline, on the same text.
#
#   benches/throughput/run.sh [FILE]...     the project's own texts, or plain text of your own
#
# spaCy and its model go into target/throughput/venv and stay there. SPACY_MODEL names another installed model, PYTHON
# another Python to make the environment with.
set -euo pipefail
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "$0")/../.."
here=benches/throughput
work=target/throughput

cargo build --release --quiet
if ! [ -x "$work/venv/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$work/venv"
fi
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
[ $# -gt 0 ] || files=(examples/*.txt tests/gold/*.txt)
exec "$work/venv/bin/python" "$here/measure.py" target/release/legation "$work" "${files[@]}"
