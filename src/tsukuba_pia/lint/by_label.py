"""An id meant by its label: 高齢者 is `older_people`. Labels of each language, whatever their width and blanks."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from tsukuba_pia.labels import labels as words_of
from tsukuba_pia.lint.titles import MARK, shortened
from tsukuba_pia.model.text import LANGUAGES, Text, words
from tsukuba_pia.model.vocabulary import Reference

Labels = Mapping[str, Text]

MOST = 15  # entries of a list that a hint names; of a longer one only its name is told
LABEL = 40  # columns of a label in such a list
SHORTEST = 2  # letters of a word by which a label is known
_ASIDE = re.compile(r"[\s、。,.・「」『』“”\"'()\[\]/-]+")
_CITED = re.compile(r"(?P<law>.*?)第?(?P<article>[0-9]+)条(?:の(?P<branch>[0-9]+))?(?:第?(?P<paragraph>[0-9]+)項)?.*")


def by_label(word: str, known: Labels) -> dict[str, str]:
    """What a finding tells of a word that is no id: `meant` in its hint, and `sure` for `--fix` where it is a label."""
    bare = _bare(word)
    exact = [name for name, label in known.items() if bare and bare in _each(label)]
    near = exact or [name for name, label in known.items() if _holds(label, bare)]
    meant = near[0] if len(near) == 1 else ""
    return told_as(meant, known[meant] if meant else "") | {"sure": meant if exact else ""}


def told_as(meant: str, label: Text) -> dict[str, str]:
    """`meant` with its label: the hint tells both."""
    labelled = {f"meant{MARK}{one}": shortened(words(label, one)) for one in LANGUAGES} if meant and label else {}
    return {"meant": meant, **labelled}


def listing(known: Labels, near: Mapping[str, str]) -> dict[str, str]:
    """`known` for a hint: the ids with their labels; nothing where one is `sure`, or there are too many to read."""
    if near["sure"] or len(known) > MOST:
        return {"known": ""}
    return {"known": ", ".join(known)} | {f"known@{one}": _listed(known, one) for one in LANGUAGES}


def _listed(known: Labels, language: str) -> str:
    form = "{}({})" if language == "ja" else "{} ({})"
    said = ((name, shortened(words(label, language), LABEL)) for name, label in known.items())
    comma: str = words_of(language)["check"]["comma"]
    return comma.join(form.format(name, label) if label and label != name else name for name, label in said)


def by_citation(word: str, references: Iterable[Reference]) -> dict[str, str]:
    """The reference that is an article of a law, however short the law is called; never beyond doubt."""
    found = _CITED.fullmatch(unicodedata.normalize("NFKC", word).replace(" ", ""))
    if found is None:
        return told_as("", "")
    article = "-".join(part for part in (found["article"], found["branch"]) if part)
    whole = [f"{article}({found['paragraph']})", article] if found["paragraph"] else [article]
    of_law = [one for one in references if one.article in whole and _is_called(found["law"], words(one.law, "ja"))]
    of_law.sort(key=lambda one: (whole.index(one.article or ""), len(words(one.law, "ja"))))
    return told_as(of_law[0].id, of_law[0].title) if of_law else told_as("", "")


def _is_called(short: str, law: str) -> bool:
    """Whether a short name has its letters, in their order, from a law's own."""
    letters = iter(law)
    return len(short) >= SHORTEST and all(letter in letters for letter in short)


def _each(label: Text) -> set[str]:
    return {_bare(one) for one in ([label] if isinstance(label, str) else label.values())}


def _holds(label: Text, bare: str) -> bool:
    return len(bare) >= SHORTEST and any(bare in one for one in _each(label))


def _bare(text: str) -> str:
    return _ASIDE.sub("", unicodedata.normalize("NFKC", text).casefold())
