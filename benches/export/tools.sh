#!/usr/bin/env bash
# How fast diagrams and property graphs are written, beside networkx and pydot where Python has them:
#   benches/export/tools.sh [STATEMENTS]
# Seconds of whole processes for Legation; of the writing, alone and with reading the graph, for the others. CSV is five
# tables with all that the graph holds for Legation; for the others it is three things: the edges as networkx writes them,
# the edges by Python's csv module, and the same five tables by it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
statements=${1:-50000}
folder=target/bench-export/$statements
mkdir -p "$folder"

cargo build --quiet --release
[ -e "$folder/facts.jsonl" ] || python3 "$here/facts.py" "$statements" >"$folder/facts.jsonl"
[ -e "$folder/graph.jsonl" ] || python3 "$here/to_graph.py" "$folder/facts.jsonl" >"$folder/graph.jsonl"
# To write over a large file takes longer than to write a new one, as the old one has to go first.
rm -f "$folder"/tools* "$folder"/peer*
TIMEFORMAT='%R s, %U s of one core'
for format in jsonl dot graphml gexf cypher csv; do
    printf 'legation %-15s ' "$format"
    time target/release/legation export "$folder/graph.jsonl" --to "$format" -o "$folder/tools.$format" --quiet
done
if python3 -c 'import networkx, pydot' 2>/dev/null; then
    python3 "$here/peers.py" "$folder"
else
    echo "networkx and pydot are not installed: nothing to compare with"
fi
