"""One spelling for what people type: dialect, chat and haste read as plain words, so that lists of phrases stay short.

Read in this order; each step makes more writings the same, and none looks at what the words mean:
small letters; no accents; no apostrophes ('k, m'n); signs between letters as letters (d@t); all but letters and figures
is space; letters that stand alone, three or more in a row, are one word (z e l f); figures in a word are letters
(d00d); a letter that repeats counts once (doooood, and dood too); ij is y; words of the table below by their first
name; what is written as one word apart (kwil); what belongs together as one (me zelf).
"""

from __future__ import annotations

import re
import unicodedata

NUMBER = "#"
"""What stands for any number."""

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´′")
_SIGN = re.compile(r"(?<=[^\W\d_])[@$](?=[^\W\d_])")
_SIGNS = {"@": "a", "$": "s"}
_WORD = re.compile(r"[^\W_]+")
_FIGURES = str.maketrans("013457", "oieast")
_REPEATED = re.compile(r"([^\W\d_])\1+")
_APART = 3

# The same word: its first name, and how else it is written.
_SAME = {
    "ik": "k ek ikke kik ikzelf",
    "niet": "ni nie nit neit nietn nt",
    "meer": "mr mere meir meers",
    "nooit": "nojt noyt nwoit nooint",
    "dood": "doot dooid dwod doad dooed doodt",
    "doodgaan": "doodga doodgaat doodgan doogaan doodgoan doodgeraken",
    "leven": "leve levn lvn leevn levne",
    "zijn": "zyn zn",
    "me": "mij mi my",
    "mezelf": "myself mijzelf mzelf mezelve mezelven mijzelve mezlf mezef mezelff mijnzelf mnzelf meself",
    "mijn": "mn myn",
    "het": "t et ut ht",
    "dat": "da",
    "er": "der dr r",
    "een": "n ne nen eene",
    "einde": "eind eindje eidne",
    "aan": "oan ane",
    "maken": "maak maakt makn moaken moak gemaakt",
    "aandoen": "aandoe oandoen andoene aandon",
    "wil": "wl wille willen wiln wul wilde wou wouw wlil wli wll",
    "zou": "zoe zu zouw",
    "kan": "kn kun",
    "zie": "zien zi zieh",
    "zitten": "zittn zittne zitte",
    "worden": "word wordt wordn wrden",
    "wakker": "waker wakkr",
    "beter": "betr betre beetr",
    "geen": "gin gn gien gene genen",
    "sterven": "sterf sterve stervn strven sterft",
    "springen": "spring springn gesprongen",
    "snijden": "snij snijd snijdn gesneden",
    "hou": "houd houdt",
    "leef": "leeft",
    "bestaan": "besta bestond bestaat bestoan",
    "iets": "iet itske",
    "cant": "cannot canot cnt",
    "dont": "dnt donot",
    "want": "wnt",
}

# Written as one word.
_ONE = {
    "ik wil": "kwil kwl kwille kwou kwilde",
    "ik zou": "kzou kzoe",
    "ik ben": "kben kbn kbin",
    "ik zie": "kzie kzien",
    "ik heb": "kheb keb",
    "ik ga": "kga kgo kgoan",
    "zie het": "ziet",
    "ik hoop": "khoop",
    "ik trek": "ktrek",
    "ik hou": "khou khoud",
    "ik doe": "kdoe",
    "ik moet": "kmoet",
    "ik maak": "kmaak kmoak",
    "ik was": "kwas",
    "was ik": "wask",
    "dat ik": "dak dakik",
    "als ik": "alsk ask ak",
    "het is": "tis",
    "het leven": "tleven",
    "kan niet": "kanni kannie",
    "kan niet meer": "kannimeer kannietmeer kanniemeer kannimr kannemeer",
    "niet meer": "nimeer niemeer nietmeer nimr niemr nimi niemi nimme",
    "nooit meer": "nooitmeer",
    "want to": "wanna wana wna",
    "any more": "anymore",
}

# Said as one word: what it is together with the word before it.
_TOGETHER = {
    ("me", "zelf"): "mezelf",
    ("me", "self"): "mezelf",
    ("mijn", "zelf"): "mezelf",
    ("mijn", "eigen"): "mezelf",
    ("er", "mee"): "ermee",
    ("er", "aan"): "eraan",
    ("uit", "weg"): "uitweg",
    ("aan", "doen"): "aandoen",
    ("do", "not"): "dont",
    ("can", "not"): "cant",
}

# West-Flemish says "nie mi"; elsewhere "mi" is me.
_MORE_AFTER = {"niet", "nooit"}
_MORE = {"mi", "mir", "m"}


def plain(text: str) -> str:
    """Letter by letter: no letter twice in a row, y for ij."""
    return _REPEATED.sub(r"\1", text).replace("ij", "y")


def _by_spelling(table: dict[str, str], same: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, spellings in table.items():
        first = tuple(word for one in name.split() for word in same.get(plain(one), (plain(one),)))
        found |= {plain(spelling): first for spelling in spellings.split()}
    return found


_ALONE = _by_spelling(_SAME, {})
_READ_AS = {**_ALONE, **_by_spelling(_ONE, _ALONE)}
_JOINED = {(plain(one), plain(other)): plain(both) for (one, other), both in _TOGETHER.items()}
_MEER_AFTER, _MEER = {plain(word) for word in _MORE_AFTER}, plain("meer")


def words(text: str) -> list[str]:
    """The words of a text in the one spelling, in their order."""
    found: list[str] = []
    for written in _written(text):
        if found and found[-1] in _MEER_AFTER and written in _MORE:
            found.append(_MEER)
            continue
        for word in _READ_AS.get(written, (written,)):
            together = _JOINED.get((found[-1], word)) if found else None
            if together is None:
                found.append(word)
            else:
                found[-1] = together
    return found


def _written(text: str) -> list[str]:
    """The words letter by letter, as they stand there."""
    bare = text.translate(_APOSTROPHES)
    if not bare.isascii():
        whole = unicodedata.normalize("NFKD", bare)
        bare = "".join(sign for sign in whole if unicodedata.category(sign) not in ("Mn", "Cf"))
    bare = _SIGN.sub(lambda sign: _SIGNS[sign[0]], bare.casefold())
    return [_as_letters(word) for word in _together(_WORD.findall(plain(bare)))]


def _as_letters(word: str) -> str:
    """Figures in a word are letters; a number is just that."""
    if word.isalpha():
        return word
    return NUMBER if word.isdigit() else plain(word.translate(_FIGURES))


def _together(loose: list[str]) -> list[str]:
    """Letters that stand alone, in a row, as the word that they spell."""
    found: list[str] = []
    run: list[str] = []
    for word in (*loose, ""):
        if len(word) == 1 and not word.isdigit():
            run.append(word)
            continue
        if run:
            found += [plain("".join(run))] if len(run) >= _APART else run
            run = []
        found.append(word)
    return found[:-1]
