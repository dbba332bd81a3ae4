"""One input for each number or list that a rule takes, as wide as what the rule allows."""

from collections.abc import Mapping
from typing import Any, Literal

from streamlit.delta_generator import DeltaGenerator

from app.frame import say
from loops.design.model import Rules

Choices = Mapping[str, Mapping[str, str]]
COARSE = {"max_minutes": 15, "minutes_per_must": 5}


def draw_field(where: DeltaGenerator, name: str, value: Any, choices: Choices, key: str) -> Any:  # noqa: ANN401
    """The input of one field of `Rules`; gives back what stands in it, as a rules file would say it."""
    kind, shape = _shape(name)
    label = say(f"rules.f_{name}")
    match kind:
        case "whole":
            return where.number_input(
                label,
                min_value=shape.get("minimum"),
                max_value=shape.get("maximum"),
                value=value,
                step=COARSE.get(name, 1),
                placeholder=say("rules.no_limit"),
                key=key,
            )
        case "share":
            return where.number_input(
                label, 0.0, 0.99, value, 0.05, format="%.2f", placeholder=say("rules.no_limit"), key=key
            )
        case "choice":
            options = list(dict.fromkeys((*shape["enum"], value)))
            return where.selectbox(label, options, options.index(value), format_func=_option, key=key)
        case "list":
            return _many(where, name, value, choices.get(name, {}), key)


def _many(where: DeltaGenerator, name: str, value: Any, names: Mapping[str, str], key: str) -> Any:  # noqa: ANN401
    """Names to choose from; of lengths, whole minutes or, where none is chosen, no limit."""
    told = where.multiselect(
        say(f"rules.f_{name}"),
        list(names),
        [str(each) for each in value or () if str(each) in names],
        format_func=lambda one: names.get(one, one),
        placeholder=say("rules.none"),
        accept_new_options=name == "one_of_each_group",
        key=key,
    )
    return [int(each) for each in told] or None if name == "lengths" else told


def _option(value: object) -> str:
    return say(f"rules.o_{value}") if isinstance(value, str) else say("rules.o_own")


def _shape(name: str) -> tuple[Literal["whole", "share", "choice", "list"], dict[str, Any]]:
    """What kind of input a field needs, and its bounds, both from the shape of `Rules`."""
    told = Rules.model_json_schema()["properties"][name]
    shape: dict[str, Any] = told if "type" in told else told["anyOf"][0]
    if "enum" in shape:
        return "choice", shape
    match shape["type"]:
        case "integer":
            return "whole", shape
        case "number":
            return "share", shape
        case _:
            return "list", shape
