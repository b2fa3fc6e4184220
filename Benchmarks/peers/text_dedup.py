"""text-dedup: MinHash over a data set, which throws near-duplicates away."""

import json
import pathlib
import subprocess

from comparison.answer import Answer
from comparison.corpus import Corpus
from comparison.environment import Environment
from comparison.peer import Command, Peer

# Run with the libraries: the numbers of the documents that are left.
_KEPT = "import datasets, sys; print(*datasets.load_from_disk(sys.argv[1])['number'])"


class TextDedup(Peer):
    """A word to it is what stands between marks: a Chinese clause. So one of them is a shingle, not its five."""

    name = "text-dedup"
    version = "text-dedup 0.4.0 (PyPI)"
    settings = "`text_dedup.minhash --ngram 1`, else defaults (with its 5 it misses more Chinese)"
    cannot = "no passages, no pairs: documents are removed; a Chinese clause is one word to it"

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        with open(scratch / "documents.jsonl", "w", encoding="utf-8") as file:
            for number, name in enumerate(corpus.names):
                row = {"number": number, "text": corpus.bytes(name).decode()}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        arguments = ["--path", "json", "--data_files", str(scratch / "documents.jsonl")]
        arguments += [
            "--split",
            "train",
            "--column",
            "text",
            "--ngram",
            "1",
            "--output",
            str(scratch / "kept"),
        ]
        arguments += ["--cache_dir", str(scratch / "cache")]
        offline = {
            "HF_HUB_OFFLINE": "1",
            "HF_DATASETS_OFFLINE": "1",
            "HF_HOME": str(scratch / "home"),
        }
        return Command(
            [str(tools.python), "-m", "text_dedup.minhash", *arguments], variables=offline
        )

    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        command = [str(tools.python), "-c", _KEPT, str(scratch / "kept")]
        kept = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        return Answer(removed=set(corpus.names) - {corpus.names[int(number)] for number in kept})
