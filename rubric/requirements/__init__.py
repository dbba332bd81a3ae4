"""A posting to its requirements: boundaries, section, kind, years, alternatives, how to assess."""

from rubric.requirements.find import NoRequirementError as NoRequirementError
from rubric.requirements.find import find_requirements as find_requirements
from rubric.requirements.find import requirement_at as requirement_at
from rubric.requirements.findings import PostingFinding as PostingFinding
from rubric.requirements.model import Requirement as Requirement
from rubric.requirements.model import Requirements as Requirements
from rubric.requirements.review import review_posting as review_posting
