"""What a linter says about a text."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from rubric.value import Value

Verdict = Literal["block", "warn", "ok"]


class Finding(Value):
    """One rule's complaint about a text.

    `info` is a remark that does not make a text faulty. `rewrite` is a better wording where one is known;
    `words` are those that the rule met, empty where it is about the whole text. `case` names the sentence in
    `why` where it is not the rule's own one, and `values` are its numbers, so that it can be said elsewhere.
    """

    rule: str
    verdict: Literal["block", "warn", "info"]
    why: str
    rewrite: str | None = None
    words: str = ""
    case: str = ""
    values: dict[str, int] = Field(default_factory=dict)


class Ruling(Value):
    """The verdict on one text: that of the gravest finding, and the rules behind it."""

    text: str
    verdict: Verdict
    rules: tuple[str, ...]
    why: str
    rewrite: str | None = None


def rule_on(text: str, findings: Iterable[Finding]) -> Ruling:
    """Put findings together, gravest first; the first rewrite that is offered is kept."""
    order = ("block", "warn", "info")
    ranked = sorted(findings, key=lambda finding: (order.index(finding.verdict), finding.rule))
    worst = ranked[0].verdict if ranked else "ok"
    return Ruling(
        text=text,
        verdict="ok" if worst == "info" else worst,
        rules=tuple(dict.fromkeys(finding.rule for finding in ranked)),
        why=" ".join(dict.fromkeys(finding.why for finding in ranked)) or "Nothing to complain about.",
        rewrite=next((finding.rewrite for finding in ranked if finding.rewrite), None),
    )
