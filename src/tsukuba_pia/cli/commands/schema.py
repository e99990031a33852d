"""`pia schema`: JSON Schemas for editors."""

from pathlib import Path
from typing import Annotated, Any, Literal

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
    from tsukuba_pia.exchange.json_schema import assessment_schema  # noqa: PLC0415

    if target is None:
        made = _of_kind(kind)
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


def _of_kind(kind: str) -> dict[str, Any]:
    """The schema of a kind of file; a bank's offers the words of the newest vocabulary that comes with the tool."""
    from tsukuba_pia.exchange.json_schema import bank_schema, schema_of  # noqa: PLC0415
    from tsukuba_pia.exchange.report_schema import report_schema  # noqa: PLC0415
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415
    from tsukuba_pia.load.shape import read_shape  # noqa: PLC0415
    from tsukuba_pia.model.vocabulary import Vocabulary  # noqa: PLC0415
    from tsukuba_pia.yaml_source import read  # noqa: PLC0415

    if kind == "question-bank":
        file = Catalog().newest("vocabulary")
        vocabulary = None if file is None else read_shape(Vocabulary, read(file.path))
        return schema_of(kind) if vocabulary is None else bank_schema(vocabulary)
    return report_schema() if kind == "report" else schema_of(kind)


COMMAND = schema
