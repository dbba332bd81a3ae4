"""`schema`: the published shape of a panel's, a rules' or a loop's file."""

import argparse
import json
import sys

from loops.design.model import Panel, PlanFile, Rules

SCHEMAS = {"panel": Panel, "rules": Rules, "loop": PlanFile}


def run(options: argparse.Namespace) -> int:
    """Print a JSON schema; docs/schemas holds what this prints."""
    sys.stdout.write(schema(options.name))
    return 0


def schema(name: str) -> str:
    """The JSON schema of one kind of file."""
    return f"{json.dumps(SCHEMAS[name].model_json_schema(), indent=1, ensure_ascii=False)}\n"
