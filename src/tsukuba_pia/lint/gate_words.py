"""Words of the rules about gates (PIA536 and up), as `words.py` has them."""

from collections.abc import Mapping

_BOTH = {
    "@none_needed_alone": ("書いた人のほかに、誰も確かめていません", "nobody but its author has looked at it"),
    "@none_needed_untold": (
        "始まっているのに、公表していません",
        "the service has started, and it was never published",
    ),
    "@none_needed_old": ("公表から12か月を過ぎています", "it was published more than twelve months ago"),
    "@started_without_approval": ("承認されていません", "it was never approved"),
    "@started_unpublished": ("評価書を公表していません", "its assessment was never published"),
    "@started_before_published": ("評価書の公表が、開始より後です", "its assessment was published only afterwards"),
    "@holiday_new_year": ("年末年始", "New Year"),
    "@holiday_golden_week": ("大型連休", "Golden Week"),
}
WORDS: Mapping[str, Mapping[str, str]] = {name: {"ja": ja, "en": en} for name, (ja, en) in _BOTH.items()}
