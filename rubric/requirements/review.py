"""The review of a posting: what a hiring manager could say better, each with its words. It stops nobody."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from zlib import crc32

from rubric.catalogue.lint.meaning import find_by_meaning
from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.requirements import find_by_rules
from rubric.catalogue.lint.words import alike, content_words
from rubric.postings.lexicon import load_patterns, load_words, lowered
from rubric.postings.model import Posting
from rubric.requirements.coded import coded_words
from rubric.requirements.findings import PostingFinding, Weight
from rubric.requirements.model import Requirement, Requirements
from rubric.requirements.rewording import reword
from rubric.value import Slug, Span

MOST_MUSTS = 8
"""Must-haves that interviews can test. OPM's handbook: five to eight competencies in a structured loop."""
SAME = 0.75
"""Share of common words from which two requirements count as one said twice."""
HINT_YEARS, MANY_YEARS = 3, 8
"""From so many years on they are a hint, or a finding."""
_LONG = 600
_WEIGHTS: dict[str, Weight] = {"block": "serious", "warn": "warn", "info": "hint"}
_BESIDE = ("age", "experience-cap", "national-origin", "sex-or-gender", "tone")
"""Rules that are also tried on the text around the requirements."""

Read = Callable[[Posting, Requirements], Iterator[PostingFinding]]


def review_posting(posting: Posting, requirements: Requirements) -> tuple[PostingFinding, ...]:
    """All findings about a posting and the requirements that were kept, in the order of the text."""
    found = {item.id: item for read in _READERS for item in read(posting, requirements)}
    return tuple(sorted(found.values(), key=lambda item: (item.span.start, item.span.end, item.id)))


def _wordings(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """What the linter of requirements says about each."""
    for item in requirements.items:
        for finding in _complaints(item, requirements.title or ""):
            span = _place(posting.text, item, finding.words)
            rewrite = reword(finding.rule, item.text)
            yield PostingFinding(
                id=_id(finding.rule, item.id, item.text),
                rule=finding.rule,
                weight=_WEIGHTS[finding.verdict],
                span=span,
                requirement=item.id,
                words=finding.words or item.text[:_LONG],
                why=finding.why[:_LONG],
                advice=None if rewrite else finding.rewrite,
                rewrite=rewrite,
            )


def _complaints(item: Requirement, title: str) -> list[Finding]:
    text = item.text[:_LONG]
    found = list(_judged(text))
    if not any(f.verdict != "info" for f in found):
        found += find_by_meaning(text, "requirements")
    rules = {finding.rule for finding in found}
    if "experience-cap" not in rules and "years" not in rules:
        found += _years(item)
    if item.kind == "education" and "degree" not in rules and not _has_other_way(item):
        found += [_plain_finding("degree")] if _names_degree(text) else []
    lawful = load_patterns("rubric.requirements", "review")["regulated"].search(lowered(f"{title} {text}"))
    return [finding for finding in found if finding.rule != "degree" or not lawful]


@lru_cache(maxsize=4096)
def _judged(text: str) -> tuple[Finding, ...]:
    return (*find_by_rules(text), *_foreign(text))


def _years(item: Requirement) -> list[Finding]:
    if item.years is None or item.years < HINT_YEARS:
        return []
    many = item.years >= MANY_YEARS
    return [
        Finding(
            rule="years",
            verdict="warn" if many else "info",
            why=f"{item.years} years are a weak sign of skill: experience in years tells little of how "
            "well somebody works (validity .07, Sackett and others 2022).",
            rewrite="Name the skill and the level: what has the person built, run or led?",
        )
    ]


def _has_other_way(item: Requirement) -> bool:
    patterns = load_patterns("rubric.requirements", "review")
    return bool(patterns["otherwise"].search(lowered(item.text)))


def _names_degree(text: str) -> bool:
    return bool(load_patterns("rubric.requirements", "review")["degree"].search(lowered(text)))


def _plain_finding(rule: str) -> Finding:
    words = {held["name"]: held for held in load_words("rubric.catalogue.lint", "requirements")["rule"]}[rule]
    return Finding(rule=rule, verdict=words["verdict"], why=words["why"], rewrite=words.get("rewrite"))


def _foreign(text: str) -> list[Finding]:
    """Signs of the rules in German and French."""
    found: list[Finding] = []
    for rule, shape in _foreign_shapes().items():
        if hit := shape.search(lowered(text)):
            found.append(_plain_finding(rule).model_copy(update={"words": hit.group()}))
    return found


@cache
def _foreign_shapes() -> dict[str, re.Pattern[str]]:
    held: dict[str, list[str]] = load_words("rubric.requirements", "review")["foreign"]
    return {rule: re.compile(rf"\b(?:{'|'.join(lines)})\b") for rule, lines in held.items()}


def _beside(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """Words around the requirements that touch what the law protects, or set a tone."""
    covered = [item.span for item in requirements.items]
    for span in _sentences(posting):
        if any(span.start < other.end and other.start < span.end for other in covered):
            continue
        text = span.of(posting.text)[:_LONG]
        for finding in _judged(text):
            if finding.rule in _BESIDE and finding.words:
                yield PostingFinding(
                    id=_id(finding.rule, "posting", text),
                    rule=finding.rule,
                    weight=_WEIGHTS[finding.verdict],
                    span=_within(posting.text, span, finding.words),
                    words=finding.words,
                    why=finding.why[:_LONG],
                    advice=finding.rewrite,
                )


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def _sentences(posting: Posting) -> Iterator[Span]:
    for block in posting.blocks:
        text = block.span.of(posting.text)
        for match in _SENTENCE.finditer(text):
            if match.group().strip():
                yield Span(start=block.span.start + match.start(), end=block.span.start + match.end())


def _duplicates(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """Requirements that say the same as an earlier one."""
    words = [content_words(item.text) for item in requirements.items]
    for at, item in enumerate(requirements.items):
        twin = next((i for i in range(at) if len(words[at]) > 1 and alike(words[i], words[at]) >= SAME), None)
        if twin is not None:
            first = requirements.items[twin]
            yield PostingFinding(
                id=_id("duplicate", item.id, item.text),
                rule="duplicate",
                weight="warn",
                span=item.span,
                more=(first.span,),
                requirement=item.id,
                words=item.text[:_LONG],
                why=f"It says nearly the same as “{first.text[:120]}”, which stands before it.",
                advice="Keep the clearer one and drop the other, so that nobody is asked it twice.",
            )


def _too_many(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """More must-haves than a loop can hold."""
    musts = [
        item
        for item in requirements.items
        if item.tier == "must"
        and item.section == "minimum"
        and item.assess_by in ("interview", "work-sample")
    ]
    if len(musts) > MOST_MUSTS:
        yield PostingFinding(
            id=_id("too-many-musts", "posting", str(len(musts))),
            rule="too-many-musts",
            weight="warn",
            span=musts[0].span,
            more=tuple(item.span for item in musts[1:]),
            words=musts[0].text[:_LONG],
            why=f"{len(musts)} must-haves need an interview. Five to eight can be tested well; four "
            "interviews of an hour hold five that two people each ask about twice.",
            advice="Make those that can be learned in the job a wish, or merge those that go together.",
        )


def _coded(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """Words with a masculine or feminine ring, where they are many and lean to one side."""
    read = coded_words(posting)
    if read is None:
        return
    yield PostingFinding(
        id=_id("coded-words", "posting", read.side),
        rule="coded-words",
        weight="hint",
        span=read.spans[0],
        more=read.spans[1:],
        words=", ".join(dict.fromkeys(read.words))[:_LONG],
        why=f"{read.per_hundred:.1f} of 100 words have a {read.side} ring ({read.masculine} masculine, "
        f"{read.feminine} feminine). Such words may put some people off; the effect is small and disputed.",
        advice="Where one of them names no task, say what the person does in its place.",
    )


_READERS: tuple[Read, ...] = (_wordings, _beside, _duplicates, _too_many, _coded)


def _place(text: str, item: Requirement, words: str) -> Span:
    """Where a finding's words stand in the posting; the whole requirement where they do not."""
    return _within(text, item.span, words) if words else item.span


def _within(text: str, span: Span, words: str) -> Span:
    shape = r"\s+".join(re.escape(lowered(word)) for word in words.split())
    hit = re.search(shape, lowered(span.of(text))) if shape else None
    return Span(start=span.start + hit.start(), end=span.start + hit.end()) if hit else span


def _id(rule: str, about: Slug, words: str) -> Slug:
    return f"{rule}-{about}-{crc32(words.encode()):08x}"
