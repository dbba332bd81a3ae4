"""Postings as people type them: small letters, mixed marks, notes and labels on one line."""

import pytest

from rubric.postings import read_posting
from rubric.requirements import find_requirements


def found(text):
    return [(item.text, item.section) for item in find_requirements(read_posting(text)).items]


def test_headings_in_small_letters_are_headings():
    text = (
        "Plumber\n\nwhat you'll do:\nfit boilers\n\nmust have:\nown van\ntwo years of plumbing\n\n"
        "would be handy: welding\n"
    )

    assert found(text) == [
        ("fit boilers", "responsibility"),
        ("own van", "minimum"),
        ("two years of plumbing", "minimum"),
        ("welding", "preferred"),
    ]


@pytest.mark.parametrize("mark", [" - ", ": ", " – "])
def test_a_label_may_stand_before_what_it_announces(mark):
    text = f"Tutor\n\nduties{mark}teach maths to adults\nNice to have{mark}chess. Some Latin\n"

    assert found(text) == [
        ("teach maths to adults", "responsibility"),
        ("chess", "preferred"),
        ("Some Latin", "preferred"),
    ]


def test_every_line_of_a_list_with_mixed_marks_is_an_item():
    items = ["Bake the bread", "Clean the ovens", "Order the flour", "Train the apprentice", "Keep the till"]
    marks = ["* ", "*", "- ", "• ", ""]
    lines = "\n".join(mark + item for mark, item in zip(marks, items, strict=True))

    assert [words for words, _ in found(f"Baker\n\nDuties\n{lines}\n")] == items
    assert [words for words, _ in found(f"# Baker\n\n## Duties\n\n{lines}\n")] == items


@pytest.mark.parametrize("mark", ["*", "•", "·", "-", "+ ", "– "])
def test_a_mark_needs_no_blank_behind_it(mark):
    text = f"Baker\n\nDuties\n{mark}Bake the bread\n{mark}Clean the ovens\n"

    assert [words for words, _ in found(text)] == ["Bake the bread", "Clean the ovens"]


def test_lines_that_had_room_for_more_are_not_joined():
    text = "Carer\n\nRequirements\n- Kind and calm with people who are old or ill\nOwn car\nEnhanced DBS\n"

    assert found(text)[1:] == [("Own car", "minimum"), ("Enhanced DBS", "minimum")]


@pytest.mark.parametrize("heading", ["Requirements", "# Requirements", "requirements:", "**Requirements**"])
def test_a_heading_in_the_first_line_is_no_title(heading):
    text = f"{heading}\n\n- Wound care\n- Patience with people\n"

    assert read_posting(text).title is None
    assert found(text) == [("Wound care", "minimum"), ("Patience with people", "minimum")]


def test_a_label_with_the_title_is_no_requirement():
    text = "Position: Ward Clerk\n\nRequirements\n- Fast typing\n"

    assert read_posting(text).title == "Ward Clerk"
    assert found(text) == [("Fast typing", "minimum")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Pastry chef wanted. You will bake.", "Pastry chef"),
        ("Gardener needed!", "Gardener"),
        ("Elektroniker (m/w/d) gesucht!", "Elektroniker"),
        ("Librarian -- maternity cover, 9 mths, 20 hrs/wk", "Librarian"),
        ("Tutor (maternity cover)", "Tutor"),
        ("Köchin in Teilzeit", "Köchin"),
    ],
)
def test_a_title_sheds_the_terms_of_the_contract(line, title):
    assert read_posting(f"{line}\n\nWe work in the old mill by the river.").title == title


def asked(*lines):
    text = "Nurse\n\nRequirements\n" + "".join(f"- {line}\n" for line in lines)
    return find_requirements(read_posting(text)).items


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("minimum 4 yrs post-reg", 4),
        ("2 yr in a similar ward", 2),
        ("mind. 3 Jahre Berufserfahrung", 3),
        ("6 ans d'expérience en cuisine", 6),
        ("Three seasons of grafting vines", 3),
        ("Airport pass, for which five years of history are checked", None),
        ("Between three and five years of nursing", 3),
        ("Seven-plus years of Java", 7),
        ("A decade of experience in shipping", 10),
        ("No less than three years in an auction house", 3),
        ("Dreijährige Berufserfahrung im Labor", 3),
        ("Berufserfahrung von mindestens fünf Jahren", 5),
        ("Ein Jahr Erfahrung in einer Praxis", 1),
        ("Au moins un an de pratique", 1),
        ("Entre 2 et 4 ans d'expérience", 2),
        ("Several years of experience in retail", None),
        ("Mehrjährige Berufserfahrung", None),
        ("A degree course of at least three years", None),
    ],
)
def test_years_are_read_as_people_shorten_them(line, years):
    assert [item.years for item in asked(line)] == [years]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("XYPC registered", "certification"),
        ("NMC PIN", "certification"),
        ("Registered with the QQRA", "certification"),
        ("A phlebotomy qualification", "certification"),
        ("fire safety lvl 2", "certification"),
        ("Gesellenbrief als Tischler", "certification"),
        ("degree in Botany", "education"),
        ("A car and licence", "logistics"),
        ("a little Tamil", "language"),
        ("Somali, Bengali or Polish", "language"),
        ("NPQSL or NPQH", "certification"),
        ("MRCVS", "certification"),
        ("KQL", "skill"),
        ("Aktueller Röntgenschein", "certification"),
        ("Genaues Prüfen der Lieferscheine", "skill"),
        ("Trauma response level 3", "certification"),
        ("Chainsaw and chipper tickets", "certification"),
        ("Diplôme d'État d'infirmier", "certification"),
        ("Knowledge of the rules for site passes and cards", "skill"),
        ("Willing to share a Saturday rota", "logistics"),
        ("Able to start at 4am", "logistics"),
        ("Experience with on-call tooling", "skill"),
        ("Meisterprüfung im Bäckerhandwerk", "education"),
        ("Counter-terrorist check before starting", "clearance"),
        ("Russisch oder Arabisch", "language"),
        ("Drug and alcohol test", "clearance"),
        ("Zuverlässigkeit, Teamfähigkeit und Bereitschaft zur Nachtschicht", "skill"),
        ("Bereitschaft zur Nachtschicht", "logistics"),
        ("Ability to stay calm on a Saturday", "skill"),
    ],
)
def test_the_kind_is_told_for_names_that_no_list_knows(line, kind):
    assert [item.kind for item in asked(line)] == [kind]


@pytest.mark.parametrize(
    ("demand", "wish"),
    [
        ("Fließende Deutschkenntnisse", "Polnisch von Vorteil"),
        ("Fluent Dutch", "Frisian would be a plus"),
        ("Excellente maîtrise du pain", "pâtisserie souhaitée"),
        ("Sehr gute Kenntnisse in Word, Excel und Outlook", "SAP wäre ideal"),
    ],
)
def test_a_wish_behind_a_comma_is_parted_from_the_demand(demand, wish):
    found = [(item.text, item.section) for item in asked(f"{demand}, {wish}")]

    assert found == [(demand, "minimum"), (wish, "preferred")]


@pytest.mark.parametrize(("joint", "title"), [("and", "Cook"), ("und", "Koch"), (", or", "Cook")])
def test_no_requirement_ends_in_a_word_that_joins_it_to_the_next(joint, title):
    text = f"{title}\n\nRequirements\n- Two years in a kitchen {joint}\n- Food hygiene certificate\n"

    assert [words for words, _ in found(text)] == ["Two years in a kitchen", "Food hygiene certificate"]


@pytest.mark.parametrize("name", ["JavaScript", "PowerPoint", "AutoCAD", "pgBackRest", "QuickBooks"])
def test_a_name_with_a_capital_inside_glues_no_heading(name):
    text = f"Clerk\n\nRequirements\nExperience with {name} and invoices Two years in an office\n"

    assert [words for words, _ in found(text)][-1] == "Two years in an office"
    assert found(text)[0][0] == f"Experience with {name} and invoices"


def test_a_short_line_of_unknown_words_above_one_long_line_is_a_heading():
    text = (
        "Analyst\n\nYour part in it\nWrite detections Lead incidents Automate the boring half\n\n"
        "You're likely to enjoy this if you\nSpeak Python Stay polite at night Understand cloud identities\n"
    )

    assert "You're likely to enjoy this if you" not in [words for words, _ in found(text)]
