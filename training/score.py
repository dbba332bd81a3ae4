"""How well found requirements agree with labelled ones: boundaries, sections, kinds, years and leaks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

LOOSE, STRICT, LEAK, TITLE = 0.5, 0.9, 0.5, 85.0

# Words that only lead in to a requirement, and those that carry no content.
_LEAD = frozenset(
    word
    for line in (
        "you ll ve re d will would also and or but while we are is to have has need must should",
        "ask for look expect du",
    )
    for word in line.split()
)
_TAIL = frozenset(("and", "or", "while"))
_SMALL = frozenset(
    word
    for line in (
        "a an and are as at be by for from has have in is it its not of on or our so than that the their",
        "them they this to us was we were which who will with would you your",
        "der die das und oder ist mit von zu de et la le",
    )
    for word in line.split()
)
Gold = Mapping[str, Any]


def words_of(text: str) -> list[str]:
    """Case-folded runs of letters and digits, with + and # kept."""
    return re.findall(r"[^\W_]+[+#]*", unicodedata.normalize("NFKC", text).casefold())


def _core(text: str) -> list[str]:
    words = words_of(text)
    start, end = 0, len(words)
    while start < end and words[start] in _LEAD:
        start += 1
    while end > start and words[end - 1] in _TAIL:
        end -= 1
    return words[start:end] or words


def overlap(one: Sequence[str], two: Sequence[str]) -> float:
    """Words in common, in order, over words in either."""
    common = LCSseq.similarity(one, two)
    return common / max(1, len(one) + len(two) - common)


def match(gold: Sequence[str], found: Sequence[str], least: float) -> list[tuple[int, int]]:
    """Pairs of a labelled and a found text, the best pairs first; each text is in one pair at most."""
    golds, founds = [_core(text) for text in gold], [_core(text) for text in found]
    pairs = sorted(
        (-overlap(one, two), abs(i / len(golds) - j / len(founds)), i, j)
        for i, one in enumerate(golds)
        for j, two in enumerate(founds)
    )
    out: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for share, _, i, j in pairs:
        if -share >= least and i not in taken[0] and j not in taken[1]:
            out.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return out


def _accepted(gold: Gold, key: str) -> list:
    return gold.get(f"{key}_accept") or [gold[key]]


def score(gold: Gold, found: Gold) -> Counter:
    """Counts of one posting, to be added up over postings and turned into rates by `rates`."""
    counts: Counter = Counter(postings=1)
    needs, items = gold["requirements"], found["requirements"]
    golds, founds = [need["text"] for need in needs], [item["text"] for item in items]
    for name, least in (("", LOOSE), ("strict ", STRICT)):
        pairs = match(golds, founds, least)
        hits = sum(not needs[i].get("optional") for i, _ in pairs)
        counts[f"{name}hits"] += hits
        counts[f"{name}found"] += len(items) - (len(pairs) - hits)
        counts[f"{name}there"] += sum(not need.get("optional") for need in needs)
    for i, j in match(golds, founds, LOOSE):
        counts += _attributes(needs[i], items[j])
    counts += _leaks(gold["not_requirements"], founds)
    titles = [gold["title"], *gold.get("title_accept", [])]
    counts["title right"] += any(_same_title(found["title"] or "", title) for title in titles)
    counts["senior right"] += found["seniority"] in _accepted(gold, "seniority")
    return counts


def _attributes(need: Gold, item: Gold) -> Counter:
    counts: Counter = Counter(pairs=1)
    counts["section right"] = item["section"] in _accepted(need, "section")
    counts["kind right"] = item["kind"] in _accepted(need, "kind")
    if need["years"] is not None or item["years"] is not None:
        counts["numbers"] = 1
        counts["years right"] = item["years"] in _accepted(need, "years")
    return counts


def _leaks(unwanted: Iterable[str], founds: Sequence[str]) -> Counter:
    counts: Counter = Counter()
    contents = [_content(text) for text in founds]
    for text in unwanted:
        content = _content(text)
        share = max((LCSseq.similarity(content, other) / len(content) for other in contents), default=0.0)
        counts["unwanted"] += 1
        counts["leaks"] += share >= LEAK
    return counts


def _content(text: str) -> list[str]:
    words = words_of(text)
    return [word for word in words if word not in _SMALL] or words or ["-"]


def _same_title(one: str, two: str) -> bool:
    a, b = (re.sub(r"\((?:[mwfdxh]\s*/\s*)+[mwfdxh]\)", " ", text, flags=re.I) for text in (one, two))
    return fuzz.token_sort_ratio(" ".join(words_of(a)), " ".join(words_of(b))) >= TITLE


def rates(counts: Counter) -> dict[str, float]:
    """The columns of the table: shares between 0 and 1; a low leak is good, high is good elsewhere."""

    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 1.0

    out = {"P": share("hits", "found"), "R": share("hits", "there")}
    out["F1"] = 2 * counts["hits"] / max(1, counts["found"] + counts["there"])
    out["sF1"] = 2 * counts["strict hits"] / max(1, counts["strict found"] + counts["strict there"])
    out |= {"sect": share("section right", "pairs"), "kind": share("kind right", "pairs")}
    out["years"] = share("years right", "numbers")
    out["leak"] = counts["leaks"] / max(1, counts["unwanted"])
    return out | {"title": share("title right", "postings"), "senior": share("senior right", "postings")}


def table(groups: Mapping[str, Counter]) -> str:
    """All groups and their total, one row each."""
    total = sum(groups.values(), Counter())
    rows = [(name, counts) for name, counts in sorted(groups.items())] + [("TOTAL", total)]
    columns = list(rates(total))
    lines = [f"{'':16}{'n':>6}" + "".join(f"{column:>8}" for column in columns)]
    for name, counts in rows:
        cells = "".join(f"{value:8.3f}" for value in rates(counts).values())
        lines.append(f"{name:16}{counts['postings']:6}{cells}")
    return "\n".join(lines)
