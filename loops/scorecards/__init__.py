"""Returned packets to scorecards: what was marked and written, and in words what is wrong with it."""

from loops.scorecards.model import Answer as Answer
from loops.scorecards.model import Blank as Blank
from loops.scorecards.model import NotObserved as NotObserved
from loops.scorecards.model import Observed as Observed
from loops.scorecards.model import Problem as Problem
from loops.scorecards.model import Rating as Rating
from loops.scorecards.model import Returned as Returned
from loops.scorecards.model import Scorecard as Scorecard
from loops.scorecards.read import read_scorecard as read_scorecard
from loops.scorecards.read import read_scorecards as read_scorecards
from loops.scorecards.record import merge_returned as merge_returned
from loops.scorecards.typed import type_scorecard as type_scorecard
