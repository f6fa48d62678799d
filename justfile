# `just` lists what can be done; none of it is needed to build or use the tool.

_default:
    @just --list

# Does it compile?
check:
    cargo check --all-targets

# Format the code
fmt:
    cargo fmt

# Find what the compiler lets pass
lint:
    cargo clippy --all-targets -- -D warnings

# Run all tests
test:
    cargo test

# Build the library's documentation
doc:
    RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps

# Write the gallery anew
output:
    .ci/gallery output

# Score extraction against annotated documents: a folder with score.py beside folders of NAME.txt and NAME.gold.jsonl
score gold:
    cargo build --release
    python3 {{ gold }}/score.py {{ gold }}/dev -- target/release/legation export {doc} --to json --quiet

# Check graphs against the tables they are made of: a folder with visits-to-us.csv and its like
facts folder:
    cargo build --release
    mkdir -p target/facts
    time target/release/legation export {{ folder }}/*.csv --columns examples/own/us-diplomacy.toml \
        --gazetteer examples/own/former-states.csv --to json -o target/facts/graph.json
    python3 tests/facts/check.py {{ folder }} examples/own/us-diplomacy.toml target/facts/graph.json

# How the time to merge graphs grows with the number of documents
merge-speed:
    cargo build --release
    python3 benches/merge/run.py target/release/legation

# Whether a hundred thousand statements are reasoned over in ten seconds
infer-speed:
    cargo test --release --test store -- --ignored --nocapture

# Megabytes of prose a second and core, beside spaCy's small model; the project's own texts or FILES
throughput *files:
    benches/throughput/run.sh {{ files }}

# Load the examples' exports, and those of a made-up graph, into the tools that read them; let pySHACL judge them
interop statements="100000":
    tests/interop/install.sh
    tests/interop/run.sh --synthetic {{ statements }} --table target/interop/table.md

# How fast a graph is written, beside the least a program can do; facts of your own as the second argument
export-speed relations="500000" *facts:
    benches/export/run.sh {{ relations }} {{ facts }}

# How fast diagrams and property graphs are written, beside networkx and pydot where Python has them
tools-speed statements="50000":
    benches/export/tools.sh {{ statements }}

# Train the language model on a folder of CoNLL-U files and the project's own sentences as spaCy reads them
train treebank:
    python3 -m venv target/train/venv
    target/train/venv/bin/python -m pip install --quiet -r benches/throughput/requirements.txt
    target/train/venv/bin/python training/silver.py . > target/train/own.conllu
    cargo run --release --features train --bin train-language -- {{ treebank }} target/train/own.conllu \
        -o src/language/model.bin

# Fit confidence to annotated documents and show how far it holds: a folder of NAME.txt and NAME.gold.jsonl
calibrate gold:
    cargo run --release --features train --bin calibrate -- {{ gold }} tests/gold -o schema/confidence.json

# Everything that must hold before a change is taken in
ci:
    .ci/run
