"""What follows where somebody declines to give something: whether it costs anything, and what can be done instead."""

from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.lint.texts import is_gap
from tsukuba_pia.model.assessment import Provision
from tsukuba_pia.model.hollow import is_left_open
from tsukuba_pia.model.vocabulary import Vocabulary

NEEDED = "needed_for_service"  # of the vocabulary's natures
LESS = ("reduced_service", "service_unavailable")  # of its consequences


def is_punished(one: Provision, vocabulary: Vocabulary) -> bool:
    """Whether who declines is punished."""
    consequence = vocabulary.find("consequences", one.consequence)
    return consequence is not None and consequence.needs_law


def costs(one: Provision, vocabulary: Vocabulary) -> bool:
    """Whether declining surely costs something; another city's own word for a consequence may mean nothing."""
    return one.nature == NEEDED or one.consequence in LESS or is_punished(one, vocabulary)


def ways_out(one: Provision) -> tuple[str, ...]:
    """What people are said to be able to do instead, in each language in which it is written; “none” is such a word."""
    return tuple(each for each in versions(one.alternative) if not is_gap(each))


def leaves_open(one: Provision) -> bool:
    """Whether nothing says what people can do instead: no word, or one such as “not settled yet”."""
    ways = ways_out(one)
    return not ways or any(map(is_left_open, ways))
