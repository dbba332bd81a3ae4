"""A competency back to the text of its file."""

import io
from typing import Any

from ruamel.yaml import YAML

from rubric.catalogue.model import Competency


def yaml_text(entry: Competency) -> str:
    """A competency as the YAML of its file; reading it again gives the same value."""
    out = io.StringIO()
    yaml = YAML(pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = 4096
    yaml.dump(_bare(entry.model_dump(mode="json", exclude_none=True)), out)
    return out.getvalue()


def _bare(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value without empty lists and tables."""
    if isinstance(value, dict):
        return {key: _bare(held) for key, held in value.items() if held not in ([], {})}
    return [_bare(held) for held in value] if isinstance(value, list) else value
