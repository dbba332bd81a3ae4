"""Where no exact term stands, the wording may still be like a competency: a guess, or nothing at all."""

import math
import re
from collections import Counter

from rubric.graph.build import build_graph
from rubric.graph.links import guess_links
from rubric.graph.meaning import ALIKE, _description, meanings_of
from tests.rubric.catalogue.entries import catalogue
from tests.rubric.graph.asks import need, needs, small_catalogue

CATALOGUE = small_catalogue()
ALL = frozenset(CATALOGUE.competencies)


def test_a_text_finds_the_competency_that_it_is_like():
    guess = meanings_of(CATALOGUE).closest("Mentorship", ALL)
    assert guess.competency == "mentoring"
    assert guess.likeness >= ALIKE


def test_nothing_is_guessed_from_afar_or_from_another_world():
    assert meanings_of(CATALOGUE).closest("Zzz xyzzy", ALL) is None
    assert meanings_of(CATALOGUE).closest("Mentorship", frozenset(["go"])) is None
    assert meanings_of(catalogue()).closest("Mentorship", frozenset()) is None


def test_a_guess_quotes_its_telling_word_and_says_that_it_is_one():
    [link] = guess_links(need("Some Hirings"), CATALOGUE, ALL)
    assert (link.competency, link.words, link.sure, link.rule) == ("hiring", "Hirings", "guess", "meaning")
    assert link.why.startswith("No term of the trade stands here")
    assert guess_links(need("Some Hirings", kind="logistics"), CATALOGUE, ALL) == []
    assert guess_links(need("Zzz"), CATALOGUE, ALL) == []


def test_a_requirement_with_an_exact_term_is_not_guessed_about():
    graph = build_graph(needs("Runs queues", "Peer mentees and pythonic ways"), CATALOGUE)
    assert {link.rule for link in graph.links if link.requirement == "r1"} == {"term"}


def test_a_role_leans_the_balance():
    plain = meanings_of(CATALOGUE).closest("Mentor of Pythons", ALL)
    leaning = meanings_of(CATALOGUE).closest("Mentor of Pythons", ALL, {"python": 0.9})
    assert plain.competency == "mentoring"
    assert leaning.competency == "python"
    assert meanings_of(CATALOGUE).closest("Zzz xyzzy", ALL, {"python": 0.9}) is None


def test_likeness_is_the_cosine_of_weighted_runs():
    """Counted again run by run, in plain steps."""
    held = meanings_of(CATALOGUE)
    described = {entry: Counter(spelled(_description(CATALOGUE.competencies[entry]))) for entry in held.ids}
    rarity = {
        run: math.log(len(described) / sum(run in other for other in described.values()))
        for count in described.values()
        for run in count
    }

    def weigh(count):
        raw = {run: (1 + math.log(often)) * rarity.get(run, 0) for run, often in count.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1
        return {run: value / length for run, value in raw.items()}

    said = weigh(Counter(run for run in spelled("Mentors queue experts") if run in rarity))
    for entry, alike in zip(held.ids, held._score("Mentors queue experts"), strict=True):
        row = weigh(described[entry])
        assert math.isclose(alike, sum(said[run] * row.get(run, 0) for run in said), abs_tol=1e-9)


def spelled(text):
    for word in re.findall(r"[^\W_]+", text.casefold()):
        padded = f" {word} "
        yield from (padded[i : i + n] for n in (3, 4, 5) for i in range(len(padded) - n + 1))


def test_the_nearest_is_none_where_no_letters_are_shared():
    assert meanings_of(CATALOGUE).nearest("Mentorship") == "mentoring"
    assert meanings_of(CATALOGUE).nearest("Zzz xyzzy") is None
