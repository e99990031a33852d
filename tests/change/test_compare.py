"""The comparison itself: what is told, in which words, and at which places of both files."""
# ruff: noqa: E501 - tables of what an author wrote

from tests.change.library import LIBRARY, changed, document, what_became
from tsukuba_pia.change.compare import compare
from tsukuba_pia.change.diff import diff
from tsukuba_pia.change.tree import tree
from tsukuba_pia.load.shape import build
from tsukuba_pia.model.assessment import Assessment
from tsukuba_pia.model.vocabulary import Vocabulary
from tsukuba_pia.work.released import document_of
from tsukuba_pia.yaml_source import parse


def test_places_in_both_files() -> None:
    """A change of a row is told at that row, wherever it went."""
    found = what_became(
        (
            "        - {level: maximum, for: children",
            "        - {level: limited, when: {question: lib_days, above: 1}, because: x}\n        - {level: maximum, for: patients",
        )
    )
    row = next(one.change for one in found.changes if one.change.key[-1] == "for")
    assert row.spelled == "lib_exposed.severity.rows.3.for"
    assert row.old is not None
    assert row.new is not None
    assert row.old.path == ("risks", 0, "severity", "rows", 1, "for")
    assert row.new.path == ("risks", 0, "severity", "rows", 2, "for")


def test_the_place_of_what_is_gone() -> None:
    """What is left around it."""
    found = what_became(("          - {id: counts, label: {ja: 件数だけ, en: Counts only}}\n", ""))
    assert found.place(found.changes[0].change) == ("sections", 0, "questions", 0, "options")
    found = what_became(("    irreversible: true\n", ""))
    assert found.place(found.changes[0].change) == ("risks", 0)


def test_a_text_that_gets_languages() -> None:
    """Told once, as a whole; else by language."""
    found = what_became(("unit: 日", "unit: {ja: 日, en: days}"))
    assert [(one.change.what, one.change.language) for one in found.changes] == [("changed", "")]
    found = what_became(("ja: 図書館, en: Library", "ja: 図書, ja-x-easy: としょかん"))
    told = [(one.change.what, one.change.language) for one in found.changes]
    assert told == [("changed", "ja"), ("added", "ja-x-easy"), ("removed", "en")]


def test_an_id_that_is_given_twice_hides_nothing() -> None:
    """Such a bank is wrong, and is compared all the same."""
    twice = changed(("id: counts", "id: none"))
    found = diff(document(twice), document(changed(("Counts only", "Sums only"), text=twice)))
    assert [one.change.what for one in found.changes] == ["changed"]
    twice = changed(("id: lib_masked", "id: lib_days"))
    found = diff(document(twice), document(changed(("max: 400", "max: 500"), text=twice)))
    assert [(one.weight, one.reason) for one in found.changes] == [("major", "not_known")]


def test_other_files_are_compared_alike() -> None:
    """A vocabulary: a term that goes, another wording, a group that may leave."""
    head = 'vocabulary: v\nversion: "1.0"\nstatus: published\nlanguages: [ja]\n'
    old = (
        head
        + "groups:\n  - {id: children, label: 子ども, stays_when: {data: captures, includes: [drone, camera]}}\n  - {id: staff, label: 職員}\n"
    )
    new = head + "groups:\n  - {id: children, label: こども, stays_when: {data: captures, includes: [drone]}}\n"
    one, other = (document_of(parse(text.encode(), "v.yaml")) for text in (old, new))
    assert one is not None
    assert other is not None
    found = diff(one, other)
    assert [(change.weight, change.reason, change.change.spelled) for change in found.changes] == [
        ("minor", "wording", "children.label"), ("major", "group_leaves", "children.stays_when"), ("major", "removed", "staff"),
    ]  # fmt: skip
    assert isinstance(found.new.value, Vocabulary)


def test_assessments_are_compared_by_the_same_engine() -> None:
    """Short and long form of an answer are one; what follows builds on this."""
    head = {"assessment": "t", "format": 1, "language": "ja", "title": "t", "banks": {"core": "1.0"}}
    old = build(Assessment, {**head, "answers": {"a": "yes", "b": 3, "c": ["x"]}, "data": [{"id": "d", "name": "n"}]})
    new = build(Assessment, {**head, "answers": {"a": {"answer": "yes"}, "b": 4}, "data": [{"id": "e", "name": "n"}]})
    told = [(one.what, one.key) for one in compare(tree(old), tree(new))]
    assert told == [
        ("changed", ("answers", "b", "answer")), ("removed", ("answers", "c")), ("added", ("data", "e")), ("removed", ("data", "d")),
    ]  # fmt: skip


def test_a_file_is_itself() -> None:
    """Also under other names of the same version."""
    assert diff(document(LIBRARY), document(LIBRARY, "elsewhere.yaml")).changes == ()
