"""Takes an assessment to later versions of its banks, one version at a time; nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tsukuba_pia.change.migrate import Plan, plan
from tsukuba_pia.change.moves import Words
from tsukuba_pia.diagnostics import Diagnostic, has_errors
from tsukuba_pia.labels import labels
from tsukuba_pia.load.assessment import file_of, load_assessment_file
from tsukuba_pia.load.bank import load_banks
from tsukuba_pia.load.catalog import BankFile, Catalog, rank
from tsukuba_pia.load.shape import read_shape
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.text import LANGUAGES
from tsukuba_pia.problems import Problem
from tsukuba_pia.resources import workspace_of
from tsukuba_pia.work.captions import caption
from tsukuba_pia.work.opening import Opened, open_assessment
from tsukuba_pia.work.shelf import sound_banks
from tsukuba_pia.yaml_edit import refresh_comments, rename_keys, replace_words, retire, set_answer, set_value
from tsukuba_pia.yaml_promise import again
from tsukuba_pia.yaml_source import Source, read


@dataclass(frozen=True, slots=True)
class Migrated:
    """One file as it would be, and what was done to it."""

    path: Path
    before: bytes
    text: str
    plans: tuple[Plan, ...]
    opened: Opened  # as it would be

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.plans)


class Unfit(Problem):
    """A file cannot be read, or its banks would not fit together; `diagnostics` say why."""

    def __init__(self, code: str, path: Path, diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
        """Remember what is wrong."""
        errors = tuple(one for one in diagnostics if one.level == "error")
        super().__init__(code, path=path, count=len(errors))
        self.diagnostics, self.sources = errors, dict(sources)


def migrate(path: Path, wanted: Mapping[str, str], as_of: str) -> Migrated:
    """What becomes of a file.

    Args:
        path: the assessment's file or folder.
        wanted: the version of each bank that is to move; where none is named, all go to their newest.
        as_of: the day on which it is looked at.

    Raises:
        Problem: it cannot be read, there is no such version, or no way leads there.

    """
    file = file_of(path)
    if not file.is_file():
        raise Problem("no_file", path=path)
    loaded = load_assessment_file(file)
    if loaded.assessment is None:
        raise Unfit("findings", path, loaded.source.diagnostics, {loaded.source.file: loaded.source})
    catalog = Catalog(workspace_of(file.parent))
    steps = [
        bank
        for name, to in _targets(loaded.assessment, wanted, catalog).items()
        for bank in _steps(name, to, loaded.assessment, catalog)
    ]
    source, plans = loaded.source, []
    if steps:
        asked = _asked(path, dict(loaded.assessment.banks) | {one.bank: one.version for one in steps}, catalog)
        for bank in steps:
            found, source = _step(source, bank, asked)
            plans.append(found)
        source = again(source, _captioned(source, asked))
    opened = open_assessment(file, as_of, raw=source.text.encode("utf-8", "surrogatepass"))
    if not opened.usable:
        sources = opened.banks.read_sources | opened.sources
        raise Unfit("banks_misfit" if plans else "findings", path, opened.diagnostics, sources)
    return Migrated(file, loaded.source.raw, source.text, tuple(plans), opened)


def _targets(assessment: Assessment, wanted: Mapping[str, str], catalog: Catalog) -> dict[str, str]:
    """The version that each bank is to have."""
    for name, version in wanted.items():
        if name not in assessment.banks:
            raise Problem("bank_not_chosen", bank=name, known=", ".join(assessment.banks))
        if catalog.find(name, version) is None:
            known = ", ".join(one.version for one in catalog.versions(name)) or "–"
            raise Problem("no_version", bank=name, version=version, known=known)
        if rank(version) < rank(assessment.banks[name]):
            raise Problem("migrates_back", bank=name, old=assessment.banks[name], new=version)
    if wanted:
        return dict(wanted)
    return {name: _newest(name, version, catalog) for name, version in assessment.banks.items()}


def _newest(name: str, version: str, catalog: Catalog) -> str:
    """The newest published version; where it is on a draft, the newest of all. Never an older one than it has."""
    files = [file for file in catalog.versions(name) if file.rank > rank(version)]
    now = catalog.find(name, version)
    drafts = now is not None and _bank(now).status == "draft"
    good = [file for file in files if _bank(file).status == "published" or (drafts and _bank(file).status == "draft")]
    return good[-1].version if good else version


def _steps(name: str, to: str, assessment: Assessment, catalog: Catalog) -> Iterator[Bank]:
    """Each version on the way; drafts only where one is the end of it."""
    for file in catalog.versions(name):
        if rank(assessment.banks[name]) < file.rank <= rank(to):
            bank = _bank(file)
            if bank.status != "draft" or file.version == to:
                yield bank


def _bank(file: BankFile) -> Bank:
    source = read(file.path)
    bank = read_shape(Bank, source)
    if bank is None:
        raise Unfit("findings", file.path, source.diagnostics, {source.file: source})
    return bank


def _asked(path: Path, banks: Mapping[str, str], catalog: Catalog) -> Questionnaire:
    """What the file will be asked."""
    loaded = sound_banks(load_banks(banks, catalog))
    if loaded.questionnaire is None or has_errors(loaded.diagnostics):
        raise Unfit("banks_misfit", path, loaded.diagnostics, loaded.read_sources)
    return loaded.questionnaire


def _step(source: Source, bank: Bank, asked: Questionnaire) -> tuple[Plan, Source]:
    """One version of one bank."""
    assessment = read_shape(Assessment, source)
    assert assessment is not None  # noqa: S101 - it was one, and every edit was read back
    done = plan(assessment, bank, _words())
    for path, why in done.retired.items():
        source = again(source, retire(source, path, why))
    for part, names in done.renamed.items():
        source = again(source, rename_keys(source, (part,), names)) if names else source
    order = [question.id for question in bank.questions]
    for name, answer in done.answers.items():
        above = caption(asked, name, assessment.language) if name in asked.questions else ()
        before = order[: order.index(name)] if name in order else ()
        source = again(source, set_answer(source, name, answer, before, above))
    if done.words:
        source = again(source, replace_words(source, done.words))
    return done, again(source, set_value(source, ("banks", bank.bank), bank.version))


def _words() -> Words:
    return {language: labels(language)["migrate_notes"] for language in LANGUAGES}


def _captioned(source: Source, asked: Questionnaire) -> str:
    """With the questions above the answers as the new banks word them."""
    language = str(source.data.get("language"))
    return refresh_comments(source, {name: caption(asked, name, language) for name in asked.questions})
