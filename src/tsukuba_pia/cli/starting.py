"""`pia new`: what the service is, the threshold analysis first, then the folder with its file."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import typer

from tsukuba_pia.cli import context
from tsukuba_pia.cli.findings import say_findings
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.files import save
from tsukuba_pia.load.assessment import FILE
from tsukuba_pia.load.bank import CORE, load_banks
from tsukuba_pia.load.catalog import Catalog
from tsukuba_pia.load.shape import nearest, read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import printable, words
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.interview import REFUSED, Interview
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.work.starting import PARTS, Start, choose_banks, name_for, new_assessment, sectors_of
from tsukuba_pia.work.threshold import scope_of, threshold_questions
from tsukuba_pia.yaml_edit import plain
from tsukuba_pia.yaml_source import Source, read

FOUND, USAGE = 1, 2
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,80}\Z")


@dataclass(slots=True)
class Wanted:
    """What the flags say."""

    sectors: list[str] = field(default_factory=list)
    title: str = ""
    name: str = ""
    service: dict[str, str] = field(default_factory=dict)  # owner, unit, purpose
    answers: str | None = None
    folder: str | None = None
    ask: bool = True
    dry: bool = False


def run(wanted: Wanted) -> int:
    """Start an assessment."""
    given = _given(wanted.answers) if wanted.answers else Source("")
    folder = Path(wanted.folder) if wanted.folder else _home()
    catalog = Catalog(workspace_of(folder))
    ask = wanted.ask and context.interactive()
    if ask:
        _ask(wanted, given, catalog)
    start = _start(wanted, given, catalog)
    place = folder / start.name
    file = place / FILE
    if place.exists():
        _fail("exists", path=place)
    questionnaire = _questionnaire(start, catalog)
    text = new_assessment(questionnaire, start, tuple(questionnaire.questions))
    opened = _opened(file, text, wanted)
    if ask and not wanted.dry:
        _write(place, text)
        opened = _interview(opened, place)
    return _finish(opened, start, place, wanted)


def _fail(key: str, **values: object) -> NoReturn:
    context.say(f"pia: {context.words('new', key, **values)}")
    raise typer.Exit(USAGE)


def _home() -> Path:
    """The workspace's folder for assessments; without a workspace, the current folder."""
    workspace = workspace_of(Path())
    return Path(os.path.relpath(workspace / "assessments")) if workspace else Path()


def _given(path: str) -> Source:
    """What is known already. It needs not be a whole assessment, but what it says must fit."""
    source = read(path)
    read_shape(Assessment, source)
    source.diagnostics = [one for one in source.diagnostics if not _only_unfinished(one)]
    if source.diagnostics or not isinstance(source.data, dict):
        _report(source.diagnostics, {source.file: source})
        _fail("bad_answers", file=path, count=len(source.diagnostics))
    return source


def _only_unfinished(one: Diagnostic) -> bool:
    return one.code == "PIA102" and one.args.get("missing") in _HEAD


_HEAD = ("assessment", "format", "language", "title", "banks")


def _report(found: Sequence[Diagnostic], sources: dict[str, Source]) -> None:
    say_findings([one for one in found if one.level == "error"], sources)


def _ask(wanted: Wanted, given: Source, catalog: Catalog) -> None:
    """What the service is and which sectors it touches, where neither flag nor file has said so."""
    from tsukuba_pia.cli.prompts import Entry, choose_several, write  # noqa: PLC0415 - only for a person

    data = given.data or {}
    while not (wanted.title or data.get("title")):
        wanted.title = write(context.words("new", "ask_title"))
    known = sectors_of(catalog)
    if not wanted.sectors and "banks" not in data and known:
        entries = [Entry(name, f"{_title_of(name, catalog)} ({name})") for name in known]
        wanted.sectors = list(choose_several(context.words("new", "ask_sectors"), entries))
    service = data.get("service") or {}
    for part in ("unit", "owner", "purpose"):
        if part not in wanted.service and part not in service and (said := write(context.words("new", f"ask_{part}"))):
            wanted.service[part] = said


def _title_of(name: str, catalog: Catalog) -> str:
    newest = catalog.newest(name)
    data = read(newest.path).data if newest else None
    title = data.get("title") if isinstance(data, dict) else None
    return words(title, context.language()) if isinstance(title, str | dict) else name


def _start(wanted: Wanted, given: Source, catalog: Catalog) -> Start:
    data: dict[str, Any] = given.data or {}
    title = printable(wanted.title) or data.get("title")
    if not title:
        _fail("needs_title")
    banks = dict(data.get("banks") or {})
    _check_sectors([*wanted.sectors, *banks], catalog)
    chosen = choose_banks([*wanted.sectors, *banks], catalog)
    sectors = [name for name in chosen if name != CORE]
    name = wanted.name or data.get("assessment") or name_for(words(title, "en"), sectors, context.today())
    if not _NAME.match(name):
        _fail("bad_name", name=name)
    parts = {key: data[key] for key in PARTS if data.get(key) is not None}
    if wanted.service:
        said = {key: printable(text) for key, text in wanted.service.items()}
        parts["service"] = (parts.get("service") or {}) | said
    language = data.get("language") or context.language()
    return Start(name, title, language, chosen | banks, parts, data.get("answers") or {})


def _check_sectors(names: Sequence[str], catalog: Catalog) -> None:
    for name in names:
        if name not in catalog.banks:
            close = nearest(name, catalog.banks)
            raise Problem("no_bank", bank=name, meant=context.words("refusal", "meant", meant=close) if close else "")


def _questionnaire(start: Start, catalog: Catalog) -> Questionnaire:
    loaded = sound_banks(load_banks(start.banks, catalog))
    errors = [one for one in loaded.diagnostics if one.level == "error"]
    if loaded.questionnaire is None or errors:
        _report(errors, loaded.read_sources)
        files = " ".join(str(loaded.files.get(name, name)) for name in start.banks)
        raise Problem("findings", path=files, count=len(errors))
    return loaded.questionnaire


def _opened(file: Path, text: str, wanted: Wanted) -> Opened:
    """The assessment as it would be; what was given must fit its questions."""
    opened = open_assessment(file, context.today(), raw=text.encode())
    refused = [one for one in opened.diagnostics if one.level == "error" and one.code.startswith((*REFUSED, "PIA401"))]
    if refused or not opened.usable:
        _report(refused or opened.diagnostics, opened.sources)
        _fail("bad_answers", file=wanted.answers or file, count=len(refused))
    return opened


def _write(place: Path, text: str) -> None:
    place.mkdir(parents=True)
    save(place / FILE, text.encode(), None)


def _interview(opened: Opened, place: Path) -> Opened:
    """The threshold's questions, one by one; each answer is in the file at once, so it can go on after a Ctrl-C."""
    from tsukuba_pia.cli.sitting import Sitting  # noqa: PLC0415 - only for a person

    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    needed = threshold_questions(opened.questionnaire)
    interview = Interview(open_assessment(place / FILE, context.today()), only=needed, open_only=True)
    if interview.at is None:
        return interview.opened
    context.say(context.words("new", "threshold_intro", count=interview.progress.total - interview.progress.answered))
    try:
        finished = Sitting(interview).run()
    except (KeyboardInterrupt, EOFError):
        context.say(context.words("answer", "stopped", path=place))
        raise
    if not finished:
        context.say(context.words("answer", "stopped", path=place))
        raise typer.Exit
    return interview.opened


def _finish(opened: Opened, start: Start, place: Path, wanted: Wanted) -> int:
    """The file with the questions left to answer, then the result with its reasons: a reader may leave early."""
    from tsukuba_pia.cli.threshold_view import tell_threshold  # noqa: PLC0415

    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    assert opened.assessment is not None  # noqa: S101
    result = opened.score()
    if wanted.dry:
        tell_threshold(opened, result)
        context.say(context.words("new", "would_make", path=place))
        return 0
    answers = {name: plain(one) for name, one in opened.assessment.answers.items() if plain(one) is not None}
    scope = scope_of(opened.questionnaire, result, replace(opened.assessment, answers=answers))
    shown = [name for name in scope if result.standings[name].asked.value != "not_asked"]
    text = new_assessment(opened.questionnaire, replace(start, answers=answers), shown)
    if place.exists():
        save(place / FILE, text.encode(), opened.source.raw)
    else:
        _write(place, text)
    _schema(opened, start, place)
    tell_threshold(opened, result)
    context.tell(context.words("new", "made", path=place / FILE))
    for key in ("git_keeps", "then_answer", "then_check"):
        context.say(context.words("new", key, path=place))
    return 0


def _schema(opened: Opened, start: Start, place: Path) -> None:
    """The schema that the editor looks for, made for exactly these banks; the tool's own, so git ignores it."""
    import json  # noqa: PLC0415

    from tsukuba_pia.exchange.json_schema import assessment_schema  # noqa: PLC0415 - heavy

    assert opened.questionnaire is not None  # noqa: S101 - it is usable
    room = place / ".pia"
    room.mkdir(exist_ok=True)
    schema = assessment_schema(opened.questionnaire, start.language)
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    (room / "assessment.schema.json").write_text(f"{text}\n", encoding="utf-8")
