"""Words of the rules about publication, as `words.py` has them."""

from collections.abc import Mapping

_BOTH = {
    "@perhaps_a_time": ("分までの日時かもしれません", "perhaps a date and time"),
}
WORDS: Mapping[str, Mapping[str, str]] = {name: {"ja": ja, "en": en} for name, (ja, en) in _BOTH.items()}
