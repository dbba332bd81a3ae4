"""`audit`: a loop that is run today, looked over against what its posting asks for, and mended."""

import argparse
import json
import sys
from pathlib import Path

from loops.cli.plan import read_rubric
from loops.cli.progress import hushed
from loops.design.audit.findings import audit_loop
from loops.design.audit.mend import problem_to_mend
from loops.design.audit.model import Audit
from loops.design.audit.reading import read_run_loop
from loops.design.files import load_rules, write_loop
from loops.design.model import Loop, PlanFile
from loops.design.solve import plan_loop
from rubric.model import Rubric


def run(options: argparse.Namespace) -> int:
    """Print what a loop covers and what is wrong with it; with --out, write the plan that mends it."""
    rubric = read_rubric(options.posting)
    loop = read_run_loop(Path(options.loop))
    rules = load_rules(Path(options.rules)) if options.rules else None
    audit = audit_loop(loop, rubric, rules)
    if options.format == "json":
        sys.stdout.write(f"{json.dumps(audit.model_dump(mode='json'), ensure_ascii=False)}\n")
    else:
        sys.stdout.write(f"{audit_text(audit, rubric)}\n")
    if not options.out:
        return 0
    problem = problem_to_mend(loop, rubric, rules)
    with hushed():
        plan = plan_loop(problem)
    Path(options.out).write_bytes(write_loop(PlanFile.of(problem, plan)))
    if isinstance(plan, Loop):
        return 0
    sys.stderr.write("\n".join(["No loop keeps the rules:", *plan.clash, ""]))
    return 3 if plan.why == "clash" else 4


def audit_text(audit: Audit, rubric: Rubric) -> str:
    """Coverage as a table, then the findings, one a line."""
    names = {item.id: f"{item.name} ({item.tier})" for item in rubric.items}
    wide = max(len(name) for name in names.values())
    lines = [f"{'Competency':<{wide}}  Questions  Minutes  Interviews"]
    for seen in audit.coverage:
        where = ", ".join(seen.interviews) or "none"
        lines.append(f"{names[seen.competency]:<{wide}}  {seen.questions:>9}  {seen.minutes:>7}  {where}")
    found = [f"- {finding.sentence}" for finding in audit.findings] or ["Nothing was found wrong."]
    return "\n".join([*lines, "", *found])
