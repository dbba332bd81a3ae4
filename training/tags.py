"""Make the list of word classes from the package textblob: `python -m training.tags WHEEL`.

The wheel (0.20.1) is fetched with `pip download --no-deps textblob==0.20.1` and must have the hash below. It
holds the lexicon of Brill's tagger: the most frequent class of each word in the Brown corpus and the Penn
Treebank. Words in lower case are kept. The same wheel gives the same bytes.
"""

import hashlib
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

WHEEL = "f957699169a3e7b9a03a504883111b7b6973679496b9af959db2f74ee2449977"
OUT = Path(__file__).parents[1] / "rubric" / "requirements" / "data" / "tags.txt"
KEPT = frozenset(("NN", "NNS", "JJ", "JJR", "JJS", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "RB", "IN"))
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_LONGEST = 14
"""Longer words are rare, and their endings tell their class."""


def main() -> None:
    """Write one line for each class: its Penn Treebank name, a tab, and its words."""
    data = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != WHEEL:
        raise SystemExit(f"{sys.argv[1]}: this is not the wheel that the list is made from.")
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        lexicon = wheel.read("textblob/en/en-lexicon.txt").decode("utf-8")
    words: dict[str, set[str]] = defaultdict(set)
    for line in lexicon.splitlines():
        word, _, tag = line.partition(" ")
        if tag in KEPT and len(word) in range(2, _LONGEST + 1) and _WORD.fullmatch(word):
            words[tag].add(word)
    OUT.write_text("".join(f"{tag}\t{' '.join(sorted(words[tag]))}\n" for tag in sorted(words)), "utf-8")


if __name__ == "__main__":
    main()
