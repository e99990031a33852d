"""The keys of an assessment, or its answers, stand in another order than `pia new` writes them.

Whoever reads several assessments finds each part at the same place, and two files that say the same show no difference. The keys stand in the order of the file that `pia new` makes:
first what it is (`assessment`, `format`, `language`, `title`, `organ`, `banks`), last the `answers`. The answers stand in the order in which their questions are asked; one that no question of the
banks has stays behind its neighbour. Told once for the keys and once for the answers, at the first that is out of place. Not where an assessment is over: what was signed so may stay so.

```yaml assessment
title: 自転車駐車場の案内
language: ja  # PIA035 at language
answers:
  c_level: counts
  c_personal: yes  # PIA035 at c_personal
  c_reason: 空いている駐車場を案内します。
```

`--fix` moves whole entries, with the comments directly above them and the remarks below; comments that stand apart between blank lines stay where they are. What the file says does not change.

Use instead: `language` above `title`, and the answer to `c_personal` above the one to `c_level`.

---

評価書のキー、または回答の順序が、`pia new` の書く順序と違います。

同じ順序で書けば、いくつもの評価書を読む人が、どの部分もすぐに見つけられ、同じ内容のファイルに違いが出ません。キーは、`pia new` が作るファイルの順に書きます。初めに評価書そのものの項目(`assessment`、`format`、`language`、`title`、`organ`、`banks`)、最後に `answers` です。
回答は、質問の順に書きます。質問票にない質問への回答は、直前の回答に続けたままで構いません。キーと回答のそれぞれについて、最初に順序の違うところを一度だけ示します。却下や終了などで結論の出た評価書では示しません。

`--fix` は、項目を丸ごと、すぐ上のコメントと下の補足とともに移します。空行で区切られたコメントは動かしません。ファイルの内容は変わりません。

代わりに: `language` を `title` の上に、`c_personal` の回答を `c_level` の回答の上に書きます。
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tsukuba_pia.diagnostics import Diagnostic, Finding
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.mends import Mend, in_order, path_at
from tsukuba_pia.lint.rule import Rule
from tsukuba_pia.model.places import PLACES
from tsukuba_pia.yaml_source import Source

ANSWERS = "answers"


def check(context: AssessmentContext) -> Iterator[Finding]:
    """The first key, and the first answer, that stands behind one which comes later."""
    root = context.source.root
    keys = root.inner if root is not None and root.inner else {}
    for key, before in _misplaced(keys, PLACES):
        yield Finding((key,), {"part": "@part_keys", "key": key, "before": before}, key=True)
    answers = (keys[ANSWERS][1].inner if ANSWERS in keys else None) or {}
    order = context.questionnaire.order
    for key, before in _misplaced(answers, order):
        asked = " ".join(sorted((name for name in answers if name in order), key=order.__getitem__))
        args = {"part": "@part_answers", "key": key, "before": before, "order": asked}
        yield Finding((ANSWERS, key), args, key=True)


def _misplaced(names: Iterable[str], places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The first that stands behind one which comes later, and the first of these; none where all is in order."""
    found = [places[name] for name in names if name in places]
    if found == sorted(found):
        return
    number = next(number for number, (one, after) in enumerate(pairwise(found), 1) if after < one)
    named = [name for name in names if name in places]
    yield named[number], next(name for name in named if places[name] > found[number])


def fix(source: Source, found: Diagnostic) -> Mend | None:
    """All that is out of place, at once."""
    path = path_at(source, found, key=True)
    if path is None:
        return None
    order = found.args.get("order", "").split()
    return in_order(source, path[:-1], {name: place for place, name in enumerate(order)} or PLACES)


RULE = Rule(
    code="PIA035",
    level="note",
    about="assessment",
    message={
        "ja": "「{key}」は、「{before}」より上に書くものです({part}の順序が、`pia new` の書く順序と違います)。",
        "en": "“{key}” belongs above “{before}”: {part} stand in another order than `pia new` writes them.",
    },
    hint={
        "ja": "コメントとともに移してください。ファイルの内容は変わりません。",
        "en": "Move it with its comments; what the file says does not change.",
    },
    check=check,
    telling=False,
    fix=fix,
)
