"""Arguments that list things: the keys that are typed, and what each language calls them."""

from collections.abc import Sequence

from tsukuba_pia.labels import labels
from tsukuba_pia.lint.gate_words import WORDS
from tsukuba_pia.model.text import LANGUAGES


def listed(name: str, kind: str, keys: Sequence[str]) -> dict[str, str]:
    """Arguments for a placeholder that lists keys, whose words are those of `@<kind>_<key>`."""
    said = {}
    for one in LANGUAGES:
        comma = labels(one)["check"]["comma"]
        said[f"{name}@{one}"] = comma.join(WORDS[f"@{kind}_{key}"][one] for key in keys)
    return {name: ", ".join(keys)} | said
