"""Texts of near meaning get near vectors, each text alone decides its vector, and loading is put off."""

import subprocess
import sys

import numpy as np
import pytest

from rubric.meaning.encoder import LONGEST, WIDTH, encode, fingerprint, read
from rubric.meaning.pieces import pieces_of, vocabulary, words_of


def pieces(text):
    names = list(vocabulary())
    return [names[number] for word, _ in words_of(text) for number in pieces_of(word)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("Kubernetes", ["ku", "##ber", "##net", "##es"], id="a word in pieces"),
        pytest.param("C++, café", ["c", "+", "+", ",", "cafe"], id="marks alone, accents off"),
        pytest.param("snake_case", ["snake", "_", "case"], id="a low line is a mark"),
        pytest.param("\U0001f980", ["[UNK]"], id="an unknown sign"),
        pytest.param("x" * 101, ["[UNK]"], id="an endless word"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_words_are_cut_into_known_pieces(text, cut):
    assert pieces(text) == cut


def test_near_meanings_are_nearer_than_others():
    bake, bread, cluster = encode(["how to bake", "baking a loaf of bread", "operate a cluster"])
    assert bake @ bread > bake @ cluster + 0.3


def test_published_likenesses_are_met():
    """The three sentences of the model card of sentence-transformers, with the cosines that it prints."""
    sunny = ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    alike = encode(sunny) @ encode(sunny).T
    assert alike[0, 1:] == pytest.approx([0.6660, 0.1046], abs=0.01)
    assert alike[1, 2] == pytest.approx(0.1411, abs=0.01)


def test_a_vector_does_not_depend_on_its_neighbours():
    texts = ["welding", "to lead a team of nurses", "payroll", "", "Go and Rust " * 90]
    together = encode(texts)
    alone = np.concatenate([encode([text]) for text in texts])
    assert together == pytest.approx(alone, abs=1e-5)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)


def test_parts_are_read_in_their_text():
    [reading] = read(["plan budgets and weld pipes"])
    parts = reading.parts([(0, 12), (17, 27), (27, 27)])
    weld = encode(["welding"])[0]
    assert parts.shape == (3, WIDTH)
    assert parts[1] @ weld > parts[0] @ weld
    assert not parts[2].any()


def test_a_long_text_is_read_to_its_limit():
    [reading] = read(["word " * 500])
    assert len(reading.states) == LONGEST - 2
    assert not reading.parts([(2400, 2404)]).any()


def test_weights_have_a_fingerprint():
    assert len(fingerprint()) == 64


def test_nothing_loads_the_encoder_before_it_is_needed():
    code = "import sys, loops.steps, rubric.exchange.cli; print('rubric.meaning.encoder' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
