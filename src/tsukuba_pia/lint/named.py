"""What findings call levels and posts: in the words of the bank and of the city, in the reader's language."""

from collections.abc import Iterable, Mapping

from tsukuba_pia.labels import labels
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import LANGUAGES, Text, words


def level_args(level: str, questionnaire: Questionnaire) -> dict[str, str]:
    """Arguments for `{level}`: its id, and what each language calls it."""
    named: dict[str, Text] = {one.id: one.label for one in questionnaire.method.levels}
    return {"level": level} | {f"level@{one}": words(named[level], one) for one in LANGUAGES if level in named}


def posts_args(name: str, posts: Iterable[str], chain: Mapping[str, Text | None]) -> dict[str, str]:
    """Arguments for a placeholder that lists posts: their ids, and what the city, else each language, calls them."""
    ids = tuple(posts)
    commas = {one: labels(one)["check"]["comma"] for one in LANGUAGES}
    said = {one: commas[one].join(called(post, chain, one) for post in ids) for one in LANGUAGES}
    return {name: ", ".join(ids)} | {f"{name}@{language}": text for language, text in said.items()}


def called(post: str, chain: Mapping[str, Text | None], language: str) -> str:
    """A post as a person calls it, with the id behind it, which is what is typed."""
    name = words(chain.get(post), language) or labels(language)["posts"].get(post, "")
    gap = "" if language == "ja" else " "
    return f"{name}{gap}({post})" if name else post
