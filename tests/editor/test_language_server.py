"""What an officer sees while typing: the real yaml-language-server, in a workspace as `pia init` and `pia new` make it.

The files are associated as we tell people to: an assessment by its first line, the rest by `.vscode/settings.json`.
`‸` is the cursor.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from tests.cli.terminal import run
from tests.editor.client import Editor
from tests.golden import ROOT
from tests.node import need
from tests.work.desk import BANK, DAY, workspace
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.model.bank import Question
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import words
from tsukuba_pia.work.opening import open_assessment

pytestmark = pytest.mark.slow

EXAMPLE = "sidewalk-robot"
ANSWER = "  core_personal_data: yes\n"
CAPTURE = "  core_capture: [vehicle_camera, lidar]\n"


WRONG = ("yess", "personel", "vehikle")


class Desk(NamedTuple):
    """The editor's window and what lies in its folder."""

    editor: Editor
    folder: Path
    text: str  # of the example

    @property
    def assessment(self) -> Path:
        """A copy of the example, with a schema in Japanese."""
        return self.folder / "assessments" / EXAMPLE / "assessment.yaml"

    def instead(self, new: str, old: str = ANSWER) -> str:
        """The example with something else in place of one answer."""
        assert self.text.count(old) == 1
        return self.text.replace(old, new)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One window for all tests."""
    need("yaml-language-server")
    folder = tmp_path_factory.mktemp("city").resolve()
    pia("init", folder)
    copied(folder, EXAMPLE)
    kept = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with Editor(folder, sections(kept)) as editor:
        file = folder / "assessments" / EXAMPLE / "assessment.yaml"
        yield Desk(editor, folder, file.read_text(encoding="utf-8"))


def pia(*arguments: str | Path, cwd: Path | None = None) -> None:
    """A command that has to succeed."""
    done = run(*arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr


def copied(folder: Path, example: str, *options: str) -> Path:
    """An example in the workspace, and its schema made anew, as the guide says."""
    place = folder / "assessments" / "-".join((example, *options)).replace("---", "-")
    shutil.copytree(ROOT / "examples" / example, place)
    pia("schema", place, "-o", place / ".pia" / "assessment.schema.json", *options)
    return place / "assessment.yaml"


def sections(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as an editor hands them out: `yaml.schemas` is `schemas` in the section `yaml`."""
    given: dict[str, Any] = {}
    for key, value in settings.items():
        section, _, name = key.partition(".")
        given.setdefault(section, {})[name] = value
    given["yaml"] |= {"validate": True, "hover": True, "completion": True}  # as they are by themselves
    return given


def test_a_sound_assessment_has_no_marks(desk: Desk) -> None:
    """And so has a new one that is not answered yet."""
    assert desk.editor.type(desk.assessment, desk.text) == []
    pia("new", "--no-input", "--title", "案内端末", "--name", "kiosk", cwd=desk.folder)
    new = desk.folder / "assessments" / "kiosk" / "assessment.yaml"
    assert desk.editor.type(new, new.read_text(encoding="utf-8")) == []


def test_an_option_that_there_is_not_is_marked_on_its_line(desk: Desk) -> None:
    """In a list and in the inventory, too; and so is a question that there is not."""
    text = desk.instead("  core_personal_data: yess\n  core_personel_data: yes\n").replace("[vehicle_c", "[vehikle_c")
    wrong = [number for number, line in enumerate(text.splitlines(), 1) if any(word in line for word in WRONG)]
    marks = desk.editor.type(desk.assessment, text)
    assert sorted(mark.line for mark in marks) == wrong
    assert [mark.message for mark in marks if "personel" in text.splitlines()[mark.line - 1]] == [
        "Property core_personel_data is not allowed."
    ]


def test_questions_are_offered_with_their_text(desk: Desk) -> None:
    """Those that have no answer yet; in the answers only."""
    offered = desk.editor.complete(desk.assessment, desk.instead("  core_‸\n"))
    assert offered["core_personal_data"].startswith("このサービスは、")
    assert "core_retention" not in offered
    assert "core_personal_data" not in desk.editor.complete(desk.assessment, desk.text + "‸\n")


def test_options_are_offered_with_what_they_mean(desk: Desk) -> None:
    """Of this question and no other; in a list, and in the long form."""
    one = desk.editor.complete(desk.assessment, desk.instead("  core_personal_data: ‸\n"))
    assert one["yes"] == "はい"
    assert set(one) == {"yes", "no", "unknown", "null"}
    for several in ("[vehicle_camera, ‸]", "\n    - vehicle_camera\n    - ‸"):
        offered = desk.editor.complete(desk.assessment, desk.instead(f"  core_capture: {several}\n", CAPTURE))
        assert offered["drone"] == "ドローンや航空機のカメラ"
    long = desk.editor.complete(desk.assessment, desk.instead("  core_personal_data:\n    answer: ‸\n"))
    assert long["no"] == "いいえ"
    keys = desk.editor.complete(desk.assessment, desk.instead("  core_personal_data:\n    answer: yes\n    ‸\n"))
    assert {"note", "evidence", "withheld"} <= set(keys)


def test_the_question_s_text_is_shown_in_the_language_of_the_schema(desk: Desk) -> None:
    """Over the question's id: its text, how to find out, and the options."""
    text = desk.instead("  core_per‸sonal_data: yes\n")
    shown = desk.editor.hover(desk.assessment, text)
    assert "一人ひとりを区別できる情報" in shown
    assert "`no`" in shown.replace('"', "")
    assert "いいえ" in shown
    english = desk.editor.hover(copied(desk.folder, EXAMPLE, "--lang", "en"), text)
    assert "tells one person from another" in english


def fresh(folder: Path, language: str) -> tuple[Path, Questionnaire]:
    """An assessment as `pia new` makes it, with all banks there are, and what is asked in it."""
    file = folder / "assessments" / f"all-{language}" / "assessment.yaml"
    if not file.exists():
        sectors = (part for bank in Catalog().banks if bank != "core" for part in ("--sector", bank))
        given = ("--title", "t", "--name", file.parent.name, "--lang", language)
        pia("new", "--no-input", *given, *sectors, cwd=folder)
    questionnaire = open_assessment(file, DAY).questionnaire
    assert questionnaire is not None
    return file, questionnaire


def told(question: Question, questionnaire: Questionnaire, language: str) -> Iterator[str]:
    """What has to be shown over a question."""
    vocabulary = questionnaire.vocabulary
    own = {"yes_no": vocabulary.yes_no, "safeguard": vocabulary.safeguard_states}.get(question.type, ())
    yield words(question.text, language)
    yield words(question.help, language) if question.help else ""
    for name, label in [(one.id, one.label) for one in question.options] + [(one.id, one.label) for one in own]:
        yield name
        yield words(label, language)


def plain(text: str) -> str:
    """Without marks of Markdown, and on one line."""
    return " ".join(re.sub(r"[\\`*]", "", text).split())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_question_of_a_fresh_file_is_explained(desk: Desk, language: str) -> None:
    """Of every bank, though nothing is answered."""
    file, questionnaire = fresh(desk.folder, language)
    text = file.read_text(encoding="utf-8")
    named = {name: one.question for name, one in questionnaire.questions.items()}
    assert set(named) == set(re.findall(r"(?m)^  (\w+):$", text))
    for name, question in named.items():
        shown = plain(desk.editor.hover(file, text.replace(f"\n  {name}:\n", f"\n  ‸{name}:\n")))
        assert [one for one in told(question, questionnaire, language) if plain(one) not in shown] == [], name
        assert "||" not in shown


def test_where_several_may_be_chosen_lists_are_offered(desk: Desk) -> None:
    """Each option in brackets, with what it means, at a place that is empty yet."""
    file, questionnaire = fresh(desk.folder, "ja")
    text = re.sub(r"(?m)^(  \w+:)$", r"\1 ", file.read_text(encoding="utf-8"))
    for name, question in ((name, one.question) for name, one in questionnaire.questions.items()):
        if question.type == "choices":
            offered = desk.editor.complete(file, text.replace(f"\n  {name}: ", f"\n  {name}: ‸"))
            assert {f"[{one.id}]": words(one.label, "ja") for one in question.options}.items() <= offered.items()


# One question of each kind: an answer to it, and what is offered beside `unknown` and `null`.
OF_EACH_KIND = {
    "k_personal": ("yes", {"yes", "no"}),
    "k_kinds": ("[face]", {"[name]", "[face]", "[nothing]"}),
    "k_level": ("counts", {"counts", "per_person"}),
    "k_people": ("3", set()),
    "k_since": ("2027-01-15", set()),
    "k_purpose": ("to tell the way", {"not_applicable"}),
    "k_masking": ("planned", {"absent", "planned", "implemented", "verified"}),
}


def test_each_kind_of_question_is_explained_whatever_stands_there(desk: Desk, tmp_path: Path) -> None:
    """Nothing, an answer, one that is not known, the long form; and behind each its answers are offered."""
    file = workspace(tmp_path)
    pia("schema", file, "--lang", "en", "-o", file.parent / ".pia" / "assessment.schema.json")
    head = "# yaml-language-server: $schema=.pia/assessment.schema.json\nassessment: t-1\nanswers:\n"
    questionnaire = open_assessment(file, DAY).questionnaire
    assert questionnaire is not None
    for form in ("", "null", "unknown", "{}", "\n    answer: {}\n    note: n"):
        text = head + "".join(f"  {name}: {form.format(one)}\n" for name, (one, _) in OF_EACH_KIND.items())
        for name, (_, options) in OF_EACH_KIND.items():
            shown = plain(desk.editor.hover(file, text.replace(f"  {name}", f"  ‸{name}")))
            assert plain(words(questionnaire.questions[name].question.text, "en")) in shown
            assert "||" not in shown
            if not form:
                offered = desk.editor.complete(file, text.replace(f"  {name}: ", f"  {name}: ‸"))
                assert set(offered) == {"unknown", "null", *options}


def test_what_is_offered_loosens_nothing(desk: Desk) -> None:
    """What the schema refuses is marked, and nothing else; each question is given another kind of answer."""
    file, questionnaire = fresh(desk.folder, "ja")
    schema = json.loads((file.parent / ".pia" / "assessment.schema.json").read_text(encoding="utf-8"))
    properties = schema["$defs"]["Assessment"]["properties"]["answers"]["anyOf"][0]["properties"]
    lines = file.read_text(encoding="utf-8").partition("\nanswers:\n")[0].splitlines()
    lines.append("answers:")
    wrong = set()
    for number, (name, one) in enumerate(questionnaire.questions.items()):
        first = one.question.answers[0] if one.question.answers else 1
        short: list[Any] = [None, "unknown", "nope", True, 0, -1, first, [], [first], [first, first], ["nope"]]
        values = [*short, {"answer": first}, {"answer": [first], "note": "n"}, {"answer": first, "nope": "n"}]
        value = values[number % len(values)]
        lines.append(f"  {name}: {json.dumps(value)}")
        if not Draft202012Validator({"$defs": schema["$defs"], **properties[name]}).is_valid(value):
            wrong.add(len(lines))
    assert {mark.line for mark in desk.editor.type(file, "\n".join((*lines, "")))} == wrong


def test_risks_and_words_of_the_vocabulary_are_offered(desk: Desk) -> None:
    """What else has an id that nobody knows by heart."""
    risks = desk.editor.complete(desk.assessment, desk.text + "overrides:\n  ‸\n")
    assert any(name.startswith("trn_") for name in risks)
    words = desk.editor.complete(desk.assessment, desk.text + "groups_excluded:\n  - group: ‸\n")
    assert "children" in words


def test_what_a_person_types_first(desk: Desk) -> None:
    """An empty file, the first line alone, half a line: the server stays up, and says where to go on."""
    first = desk.text.partition("\n")[0]
    assert {mark.line for mark in desk.editor.type(desk.assessment, "")} == {1}
    assert "assessment" in desk.editor.complete(desk.assessment, f"{first}\n‸")
    assert "title" in desk.editor.complete(desk.assessment, f"{first}\nassessment: a\n‸\n")
    half = desk.instead("  core_personal\n")
    line = half.splitlines().index("  core_personal") + 1
    assert line in [mark.line for mark in desk.editor.type(desk.assessment, half)]


def test_without_the_first_line_an_assessment_has_its_general_shape(desk: Desk) -> None:
    """Written by hand, without `pia new`: the workspace's settings know it by its place."""
    file = desk.folder / "assessments" / "by-hand" / "assessment.yaml"
    assert {"assessment", "banks", "answers"} <= set(desk.editor.complete(file, "‸"))
    assert [mark.line for mark in desk.editor.type(file, "assessment: a\nformatt: 1\n")][-1:] == [2]


@pytest.mark.parametrize(("path", "text", "wrong"), [
    ("questionnaires/kiosk/0.1.yaml", BANK, ("type: number", "type: numbr")),
    ("city.yaml", "city: つくば市\nlanguage: ja\n", ("language", "langage")),
])  # fmt: skip
def test_a_bank_and_the_city_s_file(desk: Desk, path: str, text: str, wrong: tuple[str, str]) -> None:
    """Known by their places: no marks where sound, a mark on the line that is not."""
    file = desk.folder / path
    assert desk.editor.type(file, text) == []
    changed = text.replace(*wrong)
    line = next(number for number, one in enumerate(changed.splitlines(), 1) if wrong[1] in one)
    assert line in [mark.line for mark in desk.editor.type(file, changed)]


def test_a_bank_s_keys_and_types_are_offered(desk: Desk) -> None:
    """What may stand in a question, and which types there are."""
    file = desk.folder / "questionnaires" / "kiosk" / "0.1.yaml"
    keys = desk.editor.complete(file, BANK.replace("        min: 0\n", "        ‸\n"))
    assert {"min", "help", "ask_when"} <= set(keys)
    types = desk.editor.complete(file, BANK.replace("        type: number\n", "        type: ‸\n"))
    assert {"choice", "choices", "yes_no", "safeguard"} <= set(types)
    stages = desk.editor.complete(
        file, BANK.replace("        type: number\n", "        type: number\n        stage: ‸\n")
    )
    assert {"collect", "use", "delete"} <= set(stages)
