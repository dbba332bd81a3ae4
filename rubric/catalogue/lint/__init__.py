"""Linters for the words of an interview: anchors, questions, requirements."""

from rubric.catalogue.lint.anchors import lint_anchors as lint_anchors
from rubric.catalogue.lint.model import Finding as Finding
from rubric.catalogue.lint.model import Ruling as Ruling
from rubric.catalogue.lint.questions import lint_question as lint_question
from rubric.catalogue.lint.requirements import lint_requirement as lint_requirement
