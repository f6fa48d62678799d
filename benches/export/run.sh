#!/usr/bin/env bash
# How fast a graph is written, beside the least a program can do:
#   benches/export/run.sh [RELATIONS [FACTS]]
# FACTS is a file in the form facts.py gives, to be measured instead. Takes some minutes and 5 GB in target/bench-export.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
relations=${1:-500000}
folder=target/bench-export/$relations
mkdir -p "$folder"

cargo build --quiet --release
cargo build --quiet --release --manifest-path "$here/minimal/Cargo.toml" --target-dir target/bench-export/minimal
facts=${2:-$folder/facts.jsonl}
[ -e "$facts" ] || python3 "$here/facts.py" "$relations" >"$facts"
python3 "$here/to_graph.py" "$facts" >"$folder/graph.jsonl"
python3 "$here/measure.py" target/release/legation target/bench-export/minimal/release/minimal "$facts" \
    "$folder/graph.jsonl" "$folder"
