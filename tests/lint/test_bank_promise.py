"""What the rules promise together: they never break, they have words, a bank without an error can be scored."""

import copy
import random
from typing import Any

import pytest

from tests.lint.fill import Plain
from tests.lint.frame import fixed_source, references, vocabulary, whole_bank_findings
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.shape import build, read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.score.engine import score
from tsukuba_pia.yaml_source import Source

ROUNDS = 100
ASSESSMENT = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"core": "1.0"}}


def places(data: Any, holder: Any = None, step: Any = None) -> list[tuple[Any, Any]]:  # noqa: ANN401 - plain data
    """Every place in plain data, as its holder and its step."""
    found = [] if holder is None else [(holder, step)]
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, part in steps:
        found += places(part, data, key)
    return found


def broken(chance: random.Random, plain: Plain) -> Plain:
    """The bank with one to three changes: something taken out, given twice, or put where another thing stood."""
    data = copy.deepcopy(plain)
    for _ in range(chance.randint(1, 3)):
        spots = places(data)
        holder, step = chance.choice(spots)
        other_holder, other_step = chance.choice(spots)
        match chance.randint(0, 3):
            case 0:
                del holder[step]
            case 1 if isinstance(holder, list):
                holder.insert(step, copy.deepcopy(holder[step]))
            case 2:
                holder[step] = chance.choice(["c_level", "limited", "yes", 1, 0, -1, "nobody", "2027-04-01", []])
            case _:
                holder[step] = copy.deepcopy(other_holder[other_step])
    return data


def check_and_score(data: Plain) -> bool:
    """Whether the bank had the right shape and no error; then it has been scored."""
    source = Source("x.yaml", data=data)
    found = whole_bank_findings(source)
    for one in found:
        for language in ("ja", "en"):
            if not one.code.startswith("PIA1"):
                assert message_of(one, language)
                assert hint_of(one, language)
    if any(one.level == "error" for one in found):
        return False
    bank = read_shape(Bank, source)
    assert bank is not None
    assessment = build(Assessment, ASSESSMENT | {"answers": fixed_source("assessment").data["answers"]})
    for answers in (assessment, build(Assessment, dict(ASSESSMENT))):
        score(compose([bank], vocabulary(), references()), answers, "2027-04-01")
    return True


@pytest.mark.parametrize("seed", range(8))
def test_a_bank_without_an_error_can_be_scored(seed: int) -> None:
    """However the sound bank is broken."""
    chance = random.Random(seed)  # noqa: S311 - the same banks in every run
    sound = [check_and_score(broken(chance, fixed_source("core").data)) for _ in range(ROUNDS)]
    assert True in sound
    assert False in sound
