"""The review of a posting: what a hiring manager could say better, each with its words. It stops nobody."""

import re
from collections.abc import Callable, Iterator
from zlib import crc32

from rubric.catalogue.lint.model import Finding
from rubric.catalogue.lint.words import alike, content_words
from rubric.postings.lexicon import lowered
from rubric.postings.model import Posting
from rubric.requirements.coded import coded_words
from rubric.requirements.complaints import complaints, judged
from rubric.requirements.findings import PostingFinding, Weight
from rubric.requirements.model import Requirement, Requirements
from rubric.requirements.rewording import reword
from rubric.value import Slug, Span

MOST_MUSTS = 8
"""Must-haves that interviews can test. OPM's handbook: five to eight competencies in a structured loop."""
SAME = 0.75
"""Share of common words from which two requirements count as one said twice."""
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
        for finding in complaints(item, requirements.title or ""):
            rewrite = reword(finding.rule, item.text, requirements.language)
            found = _found(finding, _place(posting.text, item, finding.words), item.text, item.id)
            plain = {"advice": None, "do": None, "rewrite": rewrite} if rewrite else {}
            yield found.model_copy(update=plain)


def _found(complaint: Finding, span: Span, text: str, requirement: Slug | None) -> PostingFinding:
    """A complaint with its place, and the names of its sentences."""
    advised = complaint.case if complaint.case == "traits" else complaint.rule
    return PostingFinding(
        id=_id(complaint.rule, requirement or "posting", text),
        rule=complaint.rule,
        weight=_WEIGHTS[complaint.verdict],
        span=span,
        requirement=requirement,
        words=complaint.words or text[:_LONG],
        why=complaint.why[:_LONG],
        case=complaint.case or complaint.rule,
        values=dict(complaint.values),
        advice=complaint.rewrite,
        do=advised if complaint.rewrite else None,
    )


def _beside(posting: Posting, requirements: Requirements) -> Iterator[PostingFinding]:
    """Words around the requirements that touch what the law protects, or set a tone."""
    covered = [item.span for item in requirements.items]
    for span in _sentences(posting):
        if any(span.start < other.end and other.start < span.end for other in covered):
            continue
        text = span.of(posting.text)[:_LONG]
        for finding in judged(text):
            if finding.rule in _BESIDE and finding.words:
                yield _found(finding, _within(posting.text, span, finding.words), text, None)


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
                case="duplicate",
                values={"words": first.text[:120]},
                do="duplicate",
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
            case="too-many-musts",
            values={"n": len(musts)},
            do="too-many-musts",
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
        case=f"{read.side}-words",
        values={
            "share": round(read.per_hundred, 1),
            "masculine": read.masculine,
            "feminine": read.feminine,
        },
        do="coded-words",
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
