"""`pia bank …`: question banks."""

import json
from typing import Annotated, Any

from tsukuba_pia.cli import bank_coverage, bank_diffing, bank_showing, bank_starting, bank_testing, context
from tsukuba_pia.cli.options import Lang, option
from tsukuba_pia.model.text import escaped, printable


def list_banks(
    as_json: Annotated[bool, option("json", "--json")] = False,  # noqa: FBT002 - Typer's way to say a flag
    lang: Lang = None,
) -> None:
    """List the question banks that can be used here."""
    from tsukuba_pia.load.catalog import Catalog  # noqa: PLC0415
    from tsukuba_pia.resources import here  # noqa: PLC0415

    del lang
    catalog = Catalog(here())
    banks = [_bank(name, catalog) for name in catalog.banks]
    if as_json:
        context.tell(escaped(json.dumps({"pia_banks": 1, "banks": banks}, ensure_ascii=False, indent=2)))
        return
    for one in banks:
        context.tell(printable(context.words("bank", "line", **one)))


def _bank(name: str, catalog: Any) -> dict[str, Any]:  # noqa: ANN401 - a Catalog; imported when called
    from tsukuba_pia.load.bank import load_bank_file  # noqa: PLC0415
    from tsukuba_pia.model.text import words  # noqa: PLC0415

    newest = catalog.newest(name)
    loaded = load_bank_file(newest.path, catalog)
    bank = next((one for one in loaded.banks if one.bank == name), None)
    return {
        "bank": name,
        "versions": ", ".join(file.version for file in catalog.versions(name)),
        "title": words(bank.title, context.language()) if bank else "?",
        "status": context.words("bank", f"status_{bank.status}") if bank else context.words("bank", "broken"),
        "questions": len(bank.questions) if bank else 0,
        "risks": len(bank.risks) if bank else 0,
    }


COMMANDS = {
    "list": list_banks,
    "show": bank_showing.run,
    "new": bank_starting.run,
    "test": bank_testing.run,
    "coverage": bank_coverage.run,
    "diff": bank_diffing.diff,
    "release": bank_diffing.release,
}
