"""Whether the banks of one assessment can be laid together."""

from collections.abc import Iterator, Sequence

from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.load.catalog import rank
from tsukuba_pia.model.bank import Bank
from tsukuba_pia.yaml_source import Source


def fit_together(banks: Sequence[Bank], asker: Source) -> Iterator[Diagnostic]:
    """What keeps banks apart: no method or two, a base that is not chosen, ids that two of them have."""
    methods = [bank for bank in banks if bank.method is not None]
    if not methods:
        yield asker.diagnostic("PIA418", ("banks",))
        return
    for other in methods[1:]:
        yield asker.diagnostic("PIA432", ("banks", other.bank), bank=other.bank, first=methods[0].bank)
    for bank in banks:
        if bank.extends is not None and not any(_is_base(one, bank.extends) for one in banks):
            chosen = ", ".join(f"{one.bank}@{one.version}" for one in banks)
            yield asker.diagnostic("PIA430", ("banks", bank.bank), bank=bank.bank, extends=bank.extends, chosen=chosen)
        if bank.extends is not None and any(_is_base(one, bank.extends) and one.extends for one in banks):
            yield asker.diagnostic("PIA218", ("banks", bank.bank), extends=bank.extends)
    yield from _shared_ids(banks, asker)


def misplaced(bank: Bank, name: str, version: str, source: Source) -> Iterator[Diagnostic]:
    """A file is found by its folder and its name: it must be the bank and the version that these say."""
    for key, here, wanted in (("bank", bank.bank, name), ("version", bank.version, version)):
        if here != wanted:
            yield source.diagnostic("PIA104", (key,), found=here, known=wanted, meant=wanted)


def base_first(banks: Sequence[Bank]) -> tuple[Bank, ...]:
    """The banks in the order of asking, in whatever order they were named."""
    return tuple(sorted(banks, key=lambda bank: bank.extends is not None))


def _is_base(bank: Bank, extends: str) -> bool:
    """`core@1.2` is met by core 1.2 or later within 1."""
    name, _, version = extends.partition("@")
    wanted, there = rank(version), rank(bank.version)
    return bank.bank == name and there[0] == wanted[0] and there >= wanted


def _shared_ids(banks: Sequence[Bank], asker: Source) -> Iterator[Diagnostic]:
    owner: dict[str, str] = {}
    for bank in banks:
        ids = [one.id for part in (bank.questions, bank.risks, bank.red_lines, bank.decisions) for one in part]
        shared = [name for name in ids if name in owner]
        if shared:
            first = owner[shared[0]]
            yield asker.diagnostic("PIA431", ("banks", bank.bank), bank=bank.bank, first=first, id=shared[0])
        owner |= dict.fromkeys(ids, bank.bank)
