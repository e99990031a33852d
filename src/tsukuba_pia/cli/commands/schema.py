"""`pia schema`: JSON Schemas for editors."""

from pathlib import Path
from typing import Annotated, Literal

from tsukuba_pia.cli import context
from tsukuba_pia.cli.options import Lang, argument, option
from tsukuba_pia.model.text import escaped


def schema(
    target: Annotated[str | None, argument("schema_target", metavar="[FILE]")] = None,
    kind: Annotated[
        Literal["question-bank", "vocabulary", "references", "crosswalks", "city", "assessment", "scenarios", "report"],
        option("schema_kind", "--kind"),
    ] = "question-bank",
    output: Annotated[str | None, option("schema_output", "--output", "-o", metavar="PATH")] = None,
    lang: Lang = None,
) -> None:
    """Write the schema of a kind of file, or the one of exactly one assessment."""
    import json  # noqa: PLC0415 - only when called

    from tsukuba_pia.cli.opening import usable  # noqa: PLC0415
    from tsukuba_pia.cli.writing import write  # noqa: PLC0415
    from tsukuba_pia.exchange.json_schema import assessment_schema, schema_of  # noqa: PLC0415
    from tsukuba_pia.exchange.report_schema import report_schema  # noqa: PLC0415

    if target is None:
        made = report_schema() if kind == "report" else schema_of(kind)
    else:
        opened = usable(target, context.today())
        assert opened.questionnaire is not None  # noqa: S101 - usable
        assert opened.assessment is not None  # noqa: S101
        made = assessment_schema(opened.questionnaire, lang or opened.assessment.language)
    text = escaped(json.dumps(made, ensure_ascii=False, indent=2))
    if output is None or output == "-":
        context.tell(text)
        return
    write(Path(output), f"{text}\n")
    context.say(context.words("schema", "written", path=output))


COMMAND = schema
