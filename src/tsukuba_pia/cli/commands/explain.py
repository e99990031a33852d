"""`pia explain`: a code, a risk or a question, in full."""

from typing import Annotated

from tsukuba_pia.cli.options import Lang, argument


def explain(topic: Annotated[str, argument("topic", metavar="CODE|RISK|QUESTION")], lang: Lang = None) -> None:
    """Explain a code, a risk or a question."""
    from tsukuba_pia.cli.explaining import run  # noqa: PLC0415 - only when called

    del lang
    run(topic)


COMMAND = explain
