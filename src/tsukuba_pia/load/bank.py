"""Bank files → one Questionnaire, or the reasons why not; from the cache where the same contents were sound before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tsukuba_pia import cache
from tsukuba_pia.diagnostics import START, Diagnostic
from tsukuba_pia.diagnostics import Path as DataPath
from tsukuba_pia.load.catalog import BankFile, Catalog
from tsukuba_pia.load.compose import compose
from tsukuba_pia.load.fitting import base_first, fit_together, misplaced
from tsukuba_pia.load.inside import leads_out, read_inside
from tsukuba_pia.load.shape import build, nearest, read_shape
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.model.questionnaire import Questionnaire
from tsukuba_pia.model.vocabulary import References, Vocabulary
from tsukuba_pia.yaml_source import Source, contents, lines_of, parse, read

CORE = "core"
BANKS = "questionnaires"
T = TypeVar("T")
Taken = Mapping[Path, bytes | None]  # what files held when they were looked at; None where they could not be read


@dataclass(slots=True)
class Loaded:
    """Banks laid together, with the sources that places are looked up in."""

    questionnaire: Questionnaire | None = None
    banks: tuple[Bank, ...] = ()
    vocabulary: Vocabulary | None = None
    references: References | None = None
    files: dict[str, Path] = field(default_factory=dict)  # bank, vocabulary, references → file
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sound: bool = False  # these very contents passed the rules before
    key: str = ""
    plain: dict[str, Any] = field(default_factory=dict)
    taken: dict[Path, bytes] = field(default_factory=dict)  # what the files held that this was made of
    _sources: dict[str, Source] = field(default_factory=dict)
    _lines: dict[str, dict[str, int]] = field(default_factory=dict)

    def source(self, name: str) -> Source:
        """The source of a bank; parsed where the cache spared it, from the very bytes that were looked at."""
        if name not in self._sources:
            file = self.files[name]
            self._sources[name] = parse(self.taken[file], str(file)) if file in self.taken else read(file)
        return self._sources[name]

    def line(self, name: str, path: DataPath) -> tuple[str, int]:
        """The file of a bank, and the line of a place in it: remembered, so that the file is not read for its lines."""
        file = self.files[name]
        if name not in self._sources and name not in self._lines and file in self.taken:
            key = cache.digest(b"lines", self.taken[file])
            kept = cache.load(key)
            if not isinstance(kept, dict):
                kept = lines_of(parse(self.taken[file], str(file)))
                cache.store(key, kept)
            self._lines[name] = kept
        known = self._lines.get(name, {}).get("/".join(map(str, path)))
        return str(file), known if known is not None else self.source(name).position(path).line

    @property
    def read_sources(self) -> dict[str, Source]:
        """The sources that were read so far, by file."""
        return {source.file: source for source in self._sources.values()}

    def add_source(self, name: str, source: Source) -> None:
        """Keep a source, so that places are looked up in what was read."""
        self._sources[name] = source

    def remember(self) -> None:
        """Keep the banks as sound: the rules found no error in them."""
        if self.questionnaire is not None and not self.sound:
            cache.store(self.key, self.plain)
            self.sound = True


def load_banks(wanted: Mapping[str, str], catalog: Catalog, asker: Source | None = None) -> Loaded:
    """The banks of an assessment. `asker` is the file that names them under `banks:`; diagnostics point there."""
    loaded = Loaded()
    files = _find(wanted, catalog, asker, loaded)
    if loaded.diagnostics:
        return loaded
    _load(files, catalog, loaded)
    if asker is not None and not loaded.diagnostics:
        loaded.diagnostics += fit_together(loaded.banks, asker)
    return loaded


def load_bank_file(path: Path, catalog: Catalog, raw: bytes | None = None) -> Loaded:
    """One bank file (or `raw` as what stands in it) with what it extends, whether or not the catalog knows it."""
    loaded = Loaded()
    source = read_inside(path, _room(path)) if raw is None else parse(raw, str(path))
    bank = read_shape(Bank, source)
    loaded.add_source(source.file, source)
    if bank is None:
        loaded.diagnostics += source.diagnostics
        return loaded
    loaded.diagnostics += _out_of_place(bank, path, source, catalog)
    if loaded.diagnostics:
        return loaded
    files = [BankFile(bank.bank, bank.version, path, own=True)]
    if bank.extends is not None:
        base = catalog.fitting(bank.extends)
        if base is None:
            loaded.diagnostics.append(_no_base(source, bank.extends, catalog))
            return loaded
        if base.name == bank.bank:
            loaded.diagnostics.append(source.diagnostic("PIA218", ("extends",), extends=bank.extends))
            return loaded
        files.insert(0, base)
    _load(files, catalog, loaded, {} if raw is None else {path: raw})
    if bank.extends is not None and loaded.banks and loaded.banks[0].extends is not None:
        loaded.diagnostics.append(source.diagnostic("PIA218", ("extends",), extends=bank.extends))
    return loaded


def _out_of_place(bank: Bank, path: Path, source: Source, catalog: Catalog) -> list[Diagnostic]:
    """A bank in a folder of banks is found by its place, and no bank of a city's own has a shipped one's name."""
    place = path.absolute()
    if place.parent.parent.name != "questionnaires":
        return []
    if any(place.samefile(file.path) for file in catalog.twice(bank.bank)):
        return [source.diagnostic("PIA217", ("bank",), bank=bank.bank)]
    return list(misplaced(bank, place.parent.name, place.stem, source))


def _no_base(source: Source, extends: str, catalog: Catalog) -> Diagnostic:
    name = extends.partition("@")[0]
    versions = ", ".join(file.version for file in catalog.versions(name))
    return source.diagnostic(
        "PIA219", ("extends",), bank=extends, versions=versions, meant=nearest(name, catalog.banks)
    )


def _find(wanted: Mapping[str, str], catalog: Catalog, asker: Source | None, loaded: Loaded) -> list[BankFile]:
    files = []
    for name in sorted(wanted, key=lambda name: name != CORE):
        own = catalog.twice(name)
        if own:
            loaded.diagnostics.append(Diagnostic(str(own[0].path), 1, 1, "PIA217", {"bank": name}))
        file = catalog.find(name, wanted[name])
        if file is not None:
            files.append(file)
            continue
        known = catalog.versions(name)
        args = {"bank": f"{name}@{wanted[name]}", "versions": ", ".join(one.version for one in known)}
        args["meant"] = nearest(name, catalog.banks) if not known else ""
        at = asker.position(("banks", name), key=not known) if asker else START
        loaded.diagnostics.append(Diagnostic(asker.file if asker else "", *at, "PIA219", args))
    return files


def _load(
    files: Sequence[BankFile], catalog: Catalog, loaded: Loaded, given: Mapping[Path, bytes] | None = None
) -> Loaded:
    words = [file for room in ("vocabulary", "references") for file in catalog.versions(room)]
    taken = {file.path: _bytes(file) for file in (*files, *words)} | dict(given or {})
    loaded.files |= {file.name: file.path for file in files}
    named = ((f"{file.name}@{file.version}".encode(), taken[file.path] or b"") for file in (*files, *words))
    loaded.key = cache.digest(*(part for pair in named for part in pair))
    loaded.taken |= {path: raw for path, raw in taken.items() if raw is not None}
    kept = cache.load(loaded.key)
    if kept is not None and _rebuild(kept, files, catalog, loaded):
        return loaded
    _read_afresh(files, taken, catalog, loaded)
    return loaded


def _bytes(file: BankFile) -> bytes | None:
    if file.own and leads_out(file.path, _room(file.path)):
        return None
    try:
        return contents(file.path)
    except OSError:
        return None


def _room(path: Path) -> Path:
    """The folder that a bank may not lead out of: the one with all banks, or its own."""
    return path.parent.parent if path.parent.parent.name == BANKS else path.parent


def _rebuild(kept: Any, files: Sequence[BankFile], catalog: Catalog, loaded: Loaded) -> bool:  # noqa: ANN401
    """From the cache; an entry that does not fit is not trusted."""
    try:
        banks = tuple(build(Bank, kept[file.name]) for file in files)
        vocabulary, references = build(Vocabulary, kept["vocabulary"]), build(References, kept["references"])
    except (ValueError, KeyError, TypeError):
        return False
    loaded.plain, loaded.sound = kept, True
    _name_words(vocabulary, references, catalog, loaded)
    _compose(banks, vocabulary, references, loaded)
    return True


def _read_afresh(files: Sequence[BankFile], taken: Taken, catalog: Catalog, loaded: Loaded) -> None:
    banks = [_read(Bank, file.name, file.path, taken, loaded) for file in files]
    uses = next((bank.uses for bank in banks if bank and bank.uses), None)
    vocabulary = _read_words(Vocabulary, "vocabulary", uses.vocabulary if uses else None, taken, catalog, loaded)
    references = _read_words(References, "references", uses.references if uses else None, taken, catalog, loaded)
    sound = [bank for bank in banks if bank is not None]
    for file, bank in zip(files, banks, strict=True):
        if bank is not None:
            loaded.diagnostics += misplaced(bank, file.name, file.version, loaded.source(file.name))
    if vocabulary and references and len(sound) == len(banks) and not loaded.diagnostics:
        _compose(sound, vocabulary, references, loaded)


def _read_words(  # noqa: PLR0913, PLR0917 - what a list of words is read with
    kind: type[T], room: str, version: str | None, taken: Taken, catalog: Catalog, loaded: Loaded
) -> T | None:
    file = catalog.find(room, version) if version else catalog.newest(room)
    if file is None:
        loaded.diagnostics.append(
            Diagnostic("", *START, "PIA219", {"bank": f"{room}@{version}", "versions": "", "meant": ""})
        )
        return None
    loaded.files[room] = file.path
    return _read(kind, room, file.path, taken, loaded)


def _read(kind: type[T], name: str, path: Path, taken: Taken, loaded: Loaded) -> T | None:
    """From the bytes that the key was made of: the file may have changed since."""
    raw = taken[path]
    source = read_inside(path, _room(path)) if raw is None else parse(raw, str(path))
    loaded.add_source(name, source)
    value = read_shape(kind, source)
    loaded.diagnostics += source.diagnostics
    loaded.plain[name] = source.data
    return value


def _name_words(vocabulary: Vocabulary, references: References, catalog: Catalog, loaded: Loaded) -> None:
    for room, version in (("vocabulary", vocabulary.version), ("references", references.version)):
        file = catalog.find(room, version)
        if file:
            loaded.files[room] = file.path


def _compose(banks: Sequence[Bank], vocabulary: Vocabulary, references: References, loaded: Loaded) -> None:
    loaded.banks, loaded.vocabulary, loaded.references = base_first(banks), vocabulary, references
    if any(bank.method is not None for bank in banks):
        loaded.questionnaire = compose(loaded.banks, vocabulary, references)
