"""`read`: what a posting asks for, as text or as one JSON object for each posting."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from loops.cli.files import named, read_input
from rubric.catalogue.load import load_catalogue
from rubric.graph import CompetencyGraph, build_graph
from rubric.postings import Posting, read_postings
from rubric.postings.decode import MAX_BYTES
from rubric.requirements import (
    NoRequirementError,
    PostingFinding,
    Requirements,
    find_requirements,
    review_posting,
)
from rubric.value import InputError


def run(options: argparse.Namespace) -> int:
    """Print what the postings of a file ask for; a feed's posting that asks for nothing is told apart."""
    try:
        postings = read_postings(read_input(options.posting, MAX_BYTES))
        read_any = False
        for number, posting in enumerate(postings, 1):
            read_any |= _print(posting, number, len(postings), options.format)
    except InputError as error:
        raise named(options.posting, error) from error
    if not read_any:
        raise NoRequirementError(
            f"{options.posting}: none of its {len(postings)} postings asks for anything."
        )
    return 0


def _print(posting: Posting, number: int, count: int, form: str) -> bool:
    """Print one posting; False where it asks for nothing, which ends the command if it is the only one."""
    try:
        requirements = find_requirements(posting)
    except NoRequirementError:
        if count == 1:
            raise
        sys.stderr.write(f"Posting {number} of {count} ({posting.title or 'no title'}) asks for nothing.\n")
        requirements = Requirements(title=posting.title, seniority=None, language=posting.language, items=())
    graph = build_graph(requirements, load_catalogue())
    findings = review_posting(posting, requirements)
    show = reading_json if form == "json" else reading_text
    sys.stdout.write(f"{show(requirements, graph, findings)}\n")
    return bool(requirements.items)


def reading(
    requirements: Requirements, graph: CompetencyGraph, findings: Sequence[PostingFinding] = ()
) -> dict[str, Any]:
    """What was read, in the shape that docs/command-line.md describes."""
    names = {node.id: node.name for node in graph.nodes}
    return {
        "title": requirements.title,
        "seniority": requirements.seniority,
        "language": requirements.language,
        "requirements": [
            {
                "id": item.id,
                "text": item.text,
                "span": [item.span.start, item.span.end],
                "section": item.section,
                "kind": item.kind,
                "tier": item.tier,
                "years": item.years,
                "years_of": item.years_of,
                "alternatives": list(item.alternatives),
                "assess_by": item.assess_by,
                "competencies": [
                    {"id": link.competency, "name": names[link.competency], "why": link.why}
                    for link in graph.links
                    if link.requirement == item.id
                ],
            }
            for item in requirements.items
        ],
        "competencies": [
            {
                "id": node.id,
                "name": node.name,
                "weight": node.weight,
                "tier": node.tier,
                "level": node.level,
                "in_loop": node.in_loop,
                "evidence": list(node.evidence),
            }
            for node in graph.nodes
        ],
        "findings": [_finding(finding) for finding in findings],
    }


def _finding(finding: PostingFinding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "weight": finding.weight,
        "span": [finding.span.start, finding.span.end],
        "more": [[span.start, span.end] for span in finding.more],
        "requirement": finding.requirement,
        "words": finding.words,
        "why": finding.why,
        "advice": finding.advice,
        "rewrite": finding.rewrite,
    }


def reading_json(
    requirements: Requirements, graph: CompetencyGraph, findings: Sequence[PostingFinding] = ()
) -> str:
    """One line of JSON."""
    return json.dumps(reading(requirements, graph, findings), ensure_ascii=False)


_HEADS = {
    "responsibility": "What the person does",
    "minimum": "What is needed",
    "preferred": "What is wished for",
}


def reading_text(
    requirements: Requirements, graph: CompetencyGraph, findings: Sequence[PostingFinding] = ()
) -> str:
    """What was read, for people."""
    lines = [f"{requirements.title or 'No title found'}  ({requirements.seniority or 'seniority unknown'})"]
    for section, head in _HEADS.items():
        items = [item for item in requirements.items if item.section == section]
        if items:
            lines += ["", f"{head} ({len(items)})"]
            lines += [f"  {item.id:>4}  {' '.join(item.text.split())}" for item in items]
    lines += ["", "Competencies, by weight"]
    for node in graph.nodes:
        place = "in the loop" if node.in_loop else "left out"
        lines.append(
            f"  {node.weight:.2f}  {node.name:<38} {node.tier:<6} level {node.level}  {place:<11}  "
            f"{' '.join(node.evidence)}"
        )
    lines += _remarks(findings)
    return "\n".join(lines)


def _remarks(findings: Sequence[PostingFinding]) -> list[str]:
    """The findings of the review, each with its words and what to do."""
    lines = ["", f"What could be said better ({len(findings)})"] if findings else []
    for finding in findings:
        lines.append(f"  {finding.weight:<7} {finding.rule}: “{finding.words}”")
        lines.append(f"          {finding.why}")
        if better := finding.rewrite or finding.advice:
            lines.append(f"          Better: {better}")
    return lines
