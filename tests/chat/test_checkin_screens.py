"""What the daily question says, and what it never says."""

from __future__ import annotations

import pytest

from chat.language import Phrase, language
from chat.screens import checkin as screens
from chat.screens import opening, talk
from programme.checkin import Face, is_low

DUTCH = language("nl")
LONGEST_SENTENCE = 12
LONGEST_LABEL = 20


def sentences(text: str) -> list[str]:
    return [part for part in text.replace("?", ".").replace("!", ".").split(".") if part.strip()]


def said() -> list[Phrase]:
    reactions = [phrase for phrases in screens.REACTIONS.values() for phrase in phrases]
    return [*screens.OPENERS, *screens.NUDGES, *reactions, *talk.PASSED_ON, *opening.OPENINGS]


def filled(phrase: Phrase) -> str:
    return DUTCH.plain(Phrase(phrase.english, (("name", "Sam"), ("begeleider", "Lotte"))))


def test_there_are_enough_openers_and_all_differ() -> None:
    texts = {filled(opener) for opener in screens.OPENERS}
    assert len(texts) == len(screens.OPENERS) >= 14


@pytest.mark.parametrize("phrase", said(), ids=lambda phrase: phrase.english)
def test_sentences_are_short_and_one_thing_is_asked(phrase: Phrase) -> None:
    text = filled(phrase)
    assert all(len(sentence.split()) <= LONGEST_SENTENCE for sentence in sentences(text))
    assert text.count("?") <= 1


@pytest.mark.parametrize("opener", screens.OPENERS, ids=lambda phrase: phrase.english)
def test_an_opener_names_the_youth_and_asks(opener: Phrase) -> None:
    assert "Sam" in filled(opener)
    assert filled(opener).endswith("?")


@pytest.mark.parametrize("face", Face)
def test_every_answer_gets_one_question_and_a_low_one_a_call_first(face: Face) -> None:
    assert set(screens.REACTIONS) == set(Face)
    for number in range(6):
        screen = screens.answered(face, 7, "Lotte", number)
        assert DUTCH.plain(screen.text).count("?") == 1
        first = DUTCH.plain(screen.buttons[0][0].label)
        assert first == ("📞 Bel me" if is_low(face) else "✍️ Iets vertellen")


@pytest.mark.parametrize("face", Face)
def test_a_second_look_at_an_answer_says_the_same(face: Face) -> None:
    assert screens.answered(face, 7, "Lotte", 3) == screens.answered(face, 7, "Lotte", 3)


def test_labels_fit_a_small_phone() -> None:
    labels = [DUTCH.plain(button.label) for row in screens.faces(1) for button in row]
    assert labels == ["😣 Heel slecht", "🙁 Niet goed", "😐 Gaat wel", "🙂 Goed", "😄 Heel goed"]
    assert max(map(len, labels)) <= LONGEST_LABEL
