"""An index names a section or an index that is not there, or that comes later.

Its points would be missing, and an index made from itself, directly or through others, has no value at all. An index is
made from sections of the bank, or from an index that stands above it.

```yaml bank
sections: [{id: x_use}]
indices:
  - {id: x_raw, points_of: [x_use, x_design]}  # PIA250 at x_design
  - id: x_current
    from: x_net  # PIA250 at x_net
    times: {factor: "0.85", when: {index: x_current, at_least_share: "0.8"}}  # PIA250 at x_current
  - {id: x_net, from: x_raw}
```

Use instead: `points_of: [x_use]`, and `from:` an index above.

---

指標が挙げている節や指標がないか、後に書かれています。

点数が抜け落ち、自分自身にたどり着く指標は値が決まりません。指標は、質問票の節か、先に書かれた指標から作ります。

代わりに: `points_of: [x_use]` とし、`from:` には先に書いた指標を挙げます。
"""

from collections.abc import Iterator

from tsukuba_pia.diagnostics import Finding
from tsukuba_pia.lint.context import BankContext
from tsukuba_pia.lint.meant import meant
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.bank import Index


def check(context: BankContext) -> Iterator[Finding]:
    """Each name that leads to no section, or to no index above."""
    sections = [section.id for bank in context.banks for section in bank.sections]
    above = [index.id for bank in context.base for index in bank.indices]
    for number, index in enumerate(context.bank.indices):
        for order, name in enumerate(index.points_of):
            if name not in sections:
                yield Finding(("indices", number, "points_of", order), {"name": name, "meant": meant(name, sections)})
        for path, name in _read(index):
            if name not in above:
                yield Finding(("indices", number, *path), {"name": name, "meant": meant(name, above)})
        above.append(index.id)


def _read(index: Index) -> Iterator[tuple[tuple[str, ...], str]]:
    """The indices that an index reads."""
    if index.from_ is not None:
        yield ("from",), index.from_
    if index.times is not None and index.times.when is not None:
        yield ("times", "when", "index"), index.times.when.index


RULE = Rule(
    code="PIA250",
    level="error",
    about="bank",
    message={
        "ja": "「{name}」という節や、先に書かれた指標はありません。",
        "en": "There is no section, and no index above, named “{name}”.",
    },
    hint={
        "ja": "[「{meant}」のことでしょうか。]節か、先に書いた指標の名前にしてください。",
        "en": "[Did you mean “{meant}”? ]Name a section, or an index that stands above.",
    },
    check=check,
)
