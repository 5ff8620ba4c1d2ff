"""Phrases that are looked for among words, and how they are written down.

`a/b` one of these; `..` one or two other words in between, `...` up to four; `word*` begins with that; `~word` also
with one letter wrong, missing or too many; `#` a number; `$` the end of the text. Each is read in the one spelling of
programme/spelling.py, as the text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from programme.spelling import NUMBER, words

END = "$"
"""What stands at the end of the words."""
TAKEN_OUT = ""
"""What stands in the place of a word that does not count: no phrase reaches over it."""
_GAPS = {"..": 2, "...": 4}
# So many words in a row that only add weight.
_MOST_FILLERS = 4


@dataclass(frozen=True)
class Part:
    """One word of a phrase, in each of its forms."""

    exact: frozenset[str]
    begins: tuple[str, ...] = ()
    gap: int = 0
    """So many other words may stand before it."""

    def fits(self, word: str) -> bool:
        """Whether this is the word."""
        return word in self.exact or (bool(self.begins) and word.startswith(self.begins))

    def among(self, words: dict[str, list[int]]) -> Iterable[str]:
        """Its forms among these words."""
        if self.begins:
            return [word for word in words if self.fits(word)]
        return [word for word in self.exact if word in words]


Phrase = tuple[Part, ...]


def read_phrase(phrase: str) -> Phrase:
    """A phrase as it is written above. Raises ValueError for one that says nothing."""
    parts: list[Part] = []
    gap = 0
    for piece in phrase.split():
        if piece in _GAPS:
            gap = _GAPS[piece]
            continue
        for part in _parts(piece.split("/")):
            parts.append(Part(part.exact, part.begins, gap if parts else 0))
            gap = 0
    if not parts or gap:
        raise ValueError(phrase)
    return tuple(parts)


def _parts(forms: list[str]) -> Iterator[Part]:
    if len(forms) == 1 and forms[0] not in (END, NUMBER) and len(apart := words(forms[0])) > 1:
        yield from (Part(frozenset({word})) for word in apart)  # it is written as one, and said as two
        return
    exact: set[str] = set()
    begins: list[str] = []
    for form in forms:
        if form in (END, NUMBER):
            exact.add(form)
            continue
        read = words(form.strip("~*"))
        if len(read) != 1:
            raise ValueError(form)
        word = read[0]
        if form.endswith("*"):
            begins.append(word)
        exact |= _nearly(word) if form.startswith("~") else {word}
    yield Part(frozenset(exact), tuple(begins))


def _nearly(word: str) -> set[str]:
    """The word, and it with one letter wrong, missing, too many, or two in the wrong order."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    missing = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    wrong = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    too_many = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return {word} | missing | swapped | wrong | too_many


class Phrases:
    """Phrases, looked for together. `fillers` may stand anywhere in them; a gap never reaches over what is `barred`."""

    def __init__(self, phrases: Iterable[Phrase], fillers: frozenset[str], barred: frozenset[str]) -> None:
        self._phrases = tuple(phrases)
        self._fillers = fillers
        self._barred = barred

    def found_in(self, said: list[str]) -> Iterator[tuple[int, int]]:
        """Where each that is in it begins and ends. Only those of which every word is there are looked for in turn."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(said):
            places.setdefault(word, []).append(at)
        for phrase in self._phrases:
            if all(part.among(places) for part in phrase):
                for word in phrase[0].among(places):
                    for at in places[word]:
                        if (end := self._end(said, at + 1, phrase[1:])) is not None:
                            yield at, end

    def _end(self, said: list[str], at: int, rest: Phrase) -> int | None:
        """Where the rest of a phrase ends, from here on."""
        if not rest:
            return at
        fillers = others = 0
        while at < len(said) and said[at] != TAKEN_OUT:
            if rest[0].fits(said[at]) and (end := self._end(said, at + 1, rest[1:])) is not None:
                return end
            if said[at] in self._fillers and fillers < _MOST_FILLERS:
                fillers += 1
            elif others < rest[0].gap and said[at] not in self._barred:
                others += 1
            else:
                return None
            at += 1
        return None
