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
    yield from _shared_ids(banks, asker)


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
