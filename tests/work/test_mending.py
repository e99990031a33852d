"""Mending: what leaves no doubt, nothing else, and twice is as good as once."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.work.desk import ASSESSMENT, BANK, DAY, workspace
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.engine import codes, rule_of
from tsukuba_pia.work.check_one import Checker, Demand
from tsukuba_pia.work.mending import Mended, hands_off, mended
from tsukuba_pia.yaml_source import read

Check = Callable[[bytes], tuple[Diagnostic, ...]]
MENDED = {code for code in codes() if rule_of(code).fix is not None}


def check_of(file: Path) -> Check:
    """What is found in a file, if something stood in it."""

    def check(raw: bytes) -> tuple[Diagnostic, ...]:
        found = Checker(Demand(DAY, given={file: raw}))(file).found
        return tuple(one.diagnostic for one in found.findings if one.diagnostic.file == str(file))

    return check


def mend(file: Path, text: str | bytes) -> Mended:
    """The file with this text, mended; nothing is written."""
    raw = text.encode() if isinstance(text, str) else text
    return mended(file, raw, check_of(file))


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Path:
    return workspace(tmp_path)


@pytest.fixture(name="bank")
def _bank(desk: Path) -> Path:
    return desk.parents[2] / "questionnaires" / "kiosk" / "0.1.yaml"


ONE_BY_ONE = [  # code, what a person wrote, what is meant
    ("PIA012", "title： 案内端末", "title: 案内端末"),
    ("PIA019", "title: 案内端末\u3000", "title: 案内端末"),
    ("PIA019", "k_kinds: [ｆａｃｅ]", "k_kinds: [face]"),
    ("PIA101", "tilte: 案内端末", "title: 案内端末"),
    ("PIA104", "language: JA", "language: JA"),  # a form, not a word of a list: left
    ("PIA108", "banks: {kiosk: 0.1}", 'banks: {kiosk: "0.1"}'),
    ("PIA109", "k_personal: true  #", "k_personal: yes  #"),
    ("PIA401", "k_persnoal: yes  #", "k_personal: yes  #"),
    ("PIA402", "k_kinds: [Face]", "k_kinds: [face]"),
    ("PIA402", "k_kinds: [顔]", "k_kinds: [face]"),
    ("PIA403", 'k_personal: "はい"  #', "k_personal: yes  #"),
]


def test_half_width_kana(desk: Path) -> None:
    """Marks that change a sound join it; all else stays."""
    done = mend(desk, ASSESSMENT.replace("title: 案内端末", "title: ﾊﾞｽの案内 ﾏｯﾌﾟ 'Ａ'"))
    assert done.after.decode() == ASSESSMENT.replace("title: 案内端末", "title: バスの案内 マップ 'Ａ'")
    assert [one.code for one in done.done] == ["PIA019"]


@pytest.mark.parametrize(("code", "wrong", "right"), ONE_BY_ONE)
def test_each_alone(desk: Path, code: str, wrong: str, right: str) -> None:
    """Only its own place changes."""
    sound = next(line for line in (right, wrong) if line in ASSESSMENT or line == wrong)
    text = ASSESSMENT.replace(sound, wrong) if wrong != right else ASSESSMENT.replace("language: ja", wrong)
    assert text != ASSESSMENT
    done = mend(desk, text)
    assert done.after.decode() == text.replace(wrong, right)
    assert [one.code for one in done.done] == ([] if wrong == right else [code])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[name、face]", "[name, face]"),
        ("[name， face, nothing]", "[name, face, nothing]"),
        ("[name、name]", ""),  # it would bring PIA413
        ("[name、feet]", ""),
        ("['name、face']", ""),
        ("\n    - name、face", ""),
    ],
)
def test_commas_of_another_width(desk: Path, typed: str, meant: str) -> None:
    """In brackets they become commas; elsewhere, or where not each part is an option, a person has to look."""
    text = ASSESSMENT.replace("[face]", typed)
    assert mend(desk, text).after.decode() == (ASSESSMENT.replace("[face]", meant) if meant else text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("令和9年7月1日", "2027-07-01"), ('"２０２７/7/1"', '"2027-07-01"'), ("２０２７－０７－０１", "2027-07-01"),
        ("7/1/2027", ""), ("来月", ""), ("令和9年2月30日", ""),
    ],
)  # fmt: skip
def test_days_in_other_spellings(desk: Path, typed: str, meant: str) -> None:
    """Beyond doubt or not at all, and by one finding."""
    text = ASSESSMENT + f"dates: {{starts_on: {typed}}}\n"
    done = mend(desk, text)
    assert done.after.decode() == (text.replace(typed, meant) if meant else text)
    assert [one.code for one in done.done] == (["PIA105"] if meant else [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("名簿.md", "[名簿.md]"), ("evidence/a b.md", "[evidence/a b.md]"),
        ("a.md, b.md", ""), ("a.md、b.md", ""), ('"a.md"', ""), ("{a: b}", ""), ("12", ""),
    ],
)  # fmt: skip
def test_a_text_where_a_list_is_wanted(desk: Path, typed: str, meant: str) -> None:
    """In brackets, where it can be one entry only (PIA103)."""
    text = ASSESSMENT + f"  k_masking:\n    answer: planned\n    evidence: {typed}\n"
    done = mend(desk, text)
    assert done.after.decode() == (text.replace(typed, meant) if meant else text)
    assert [one.code for one in done.done] == (["PIA103"] if meant else [])


def test_a_version_in_full_width_gets_its_quotes(desk: Path) -> None:
    """At once, for half of it would be another mistake."""
    done = mend(desk, ASSESSMENT.replace('{kiosk: "0.1"}', "{kiosk: ０．１}"))
    assert done.after.decode() == ASSESSMENT
    assert [one.code for one in done.done] == ["PIA105"]


IN_A_BANK = [
    ("PIA203", "{question: k_personal, is: yes}", "{question: k_persnal, is: yes}"),
    ("PIA204", "is: per_person}", "is: Per-Person}"),
    ("PIA214", "level: significant", "level: signifcant"),
    ("PIA226", "[{question: k_masking,", "[{question: k_maskign,"),
    ("PIA302", "refs: [appi-61]", "refs: [appi_61]"),
]


@pytest.mark.parametrize(("code", "right", "wrong"), IN_A_BANK)
def test_ids_in_a_bank(bank: Path, code: str, right: str, wrong: str) -> None:
    """Back to the id that was meant."""
    done = mend(bank, BANK.replace(right, wrong, 1))
    assert done.after.decode() == BANK
    assert [one.code for one in done.done] == [code]


def test_invisible_marks_and_tabs(desk: Path) -> None:
    """A byte order mark goes; tabs become blanks where the file then says one thing only, not within texts."""
    assert mend(desk, b"\xef\xbb\xbf" + ASSESSMENT.encode()).after.decode() == ASSESSMENT
    tabs = ASSESSMENT.replace("\n  k_", "\n\tk_")
    assert mend(desk, tabs).after.decode() == ASSESSMENT
    text = "service:\n  problem: |\n    one\n    \ttwo\nanswers:"
    assert mend(desk, tabs.replace("answers:", text)).after.decode() == ASSESSMENT.replace("answers:", text)


def test_a_tab_that_could_mean_two_things_stays(desk: Path) -> None:
    """As wide as two blanks it says another thing than as wide as four."""
    text = ASSESSMENT.replace("answers:", "data:\n  - id: a\n    lifecycle:\n      keep:\n\t  who: x\nanswers:")
    assert mend(desk, text).after.decode() in (text, text.replace("\t  who", "        who"))


def test_many_lines_with_wide_colons(desk: Path) -> None:
    """Also where they make one text of several keys."""
    text = ASSESSMENT.replace("answers:", "service:\n  owner： 移動課\n  problem： 長い\nanswers:")
    assert b"service:\n  owner: \xe7\xa7\xbb\xe5\x8b\x95\xe8\xaa\xb2\n  problem: " in mend(desk, text).after
    prose = ASSESSMENT.replace("title: 案内端末", "title: note：案内")
    assert mend(desk, prose).after.decode() == prose  # a text is meant, or two keys on one line: for a person to say


def test_comments_that_silence_nothing_go(desk: Path) -> None:
    """With their line where they had one; only the code where there are others."""
    own = ASSESSMENT.replace("title:", "# pia: ignore[PIA018] because\ntitle:")
    beside = ASSESSMENT.replace("[face]", "[face]  # pia: ignore[PIA402] because")
    two = ASSESSMENT.replace("[face]", "[face, none]  # pia: ignore[PIA403, PIA402] because")
    assert mend(desk, own).after.decode() == ASSESSMENT
    assert mend(desk, beside).after.decode() == ASSESSMENT
    assert mend(desk, two).after.decode() == two.replace("PIA403, ", "")


def test_missing_languages_become_gaps_that_are_still_told(bank: Path) -> None:
    """Each at its place; the second time nothing is left to write."""
    text = BANK.replace(", en: Name}", "}").replace(", en: Face}", "}").replace(", en: Leak}", "}")
    done = mend(bank, text)
    gaps = BANK.replace("en: Name}", "en: TODO}").replace("en: Face}", "en: TODO}").replace("en: Leak}", "en: TODO}")
    assert done.after.decode() == gaps
    assert Counter(one.code for one in check_of(bank)(done.after))["PIA301"] == 3
    assert mend(bank, gaps).done == ()


def test_an_id_that_is_misspelt_itself_is_left(bank: Path) -> None:
    """Where a bank reads a question by another name more often than by the one it has, that one is wrong."""
    text = BANK.replace("- id: k_personal", "- id: k_persnoal")
    assert mend(bank, text).after.decode() == text


def test_what_is_given_is_what_is_looked_at(bank: Path) -> None:
    """Also where its content was found sound before, and the file holds other lines."""
    text = BANK.replace("prefix: k", "prefix: k  # pia: ignore[PIA018] because")
    assert [mend(bank, text).after.decode() for _ in range(2)] == [BANK, BANK]


def test_an_answer_that_counts_from_now_on_is_told(desk: Path) -> None:
    """An answer under a misspelt id counted for nothing."""
    done = mend(desk, ASSESSMENT.replace("k_personal: yes", "k_persnal: yes"))
    assert [one.args["sure"] for one in done.counting] == ["k_personal"]


LEFT = [
    "k_persnal: no",  # which of two answers counts
    "k_levle: nothing",  # is no option of the question that was meant
    "k_level: per_persn",  # another answer than the one that was given
    "k_purpose: １２",  # a text that would become a number
    "k_sold: [yes]",
]


@pytest.mark.parametrize("answer", LEFT)
def test_what_a_person_has_to_say_is_left(desk: Path, answer: str) -> None:
    """Nothing is guessed."""
    text = f"{ASSESSMENT}  {answer}\n"
    done = mend(desk, text)
    assert done.after.decode() == text
    assert done.done == ()


def test_mends_that_wait_for_each_other(desk: Path) -> None:
    """The shape first, then what only a well-shaped file shows."""
    text = ASSESSMENT.replace("title:", "tilte:").replace('"0.1"', "0.1").replace("[face]", "[Face]")
    text = "\ufeff" + text.replace("answers:", "answers：")
    assert mend(desk, text).after.decode() == ASSESSMENT


def test_a_flood_is_mended_and_does_not_hang(desk: Path) -> None:
    """Hundreds of mends, one of which brings another finding."""
    flows = "".join(f"  - {{from: a{n}, to: b{n}, purpsoe: c}}\n" for n in range(400))
    text = ASSESSMENT.replace("answers:", f"flows:\n{flows}answers:").replace("k_kinds:", "k_levle: none\n  k_kinds:")
    done = mend(desk, text)
    assert "purpsoe:" not in done.after.decode()
    assert b"k_levle: none" in done.after


def test_duplicate_keys_stop_everything(desk: Path) -> None:
    """Nobody can say what such a file says."""
    text = ASSESSMENT.replace("title:", "title: x\ntitle:").replace("[face]", "[Face]")
    assert mend(desk, text).after.decode() == text


def test_hands_off(desk: Path, bank: Path) -> None:
    """What was signed, said, released, or lies elsewhere."""
    for room in ("approvals/001", "comments/001", "minutes"):
        file = desk.parent / room / "assessment.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(ASSESSMENT, encoding="utf-8")
        assert hands_off(file, read(file)) == "signed"
    link = desk.parent / "link.yaml"
    link.symlink_to(desk)
    assert hands_off(link, read(link)) == "link"
    assert hands_off(bank, read(bank)) == ""
    bank.write_text(BANK.replace("status: draft", "status: published"), encoding="utf-8")
    assert hands_off(bank, read(bank)) == "released"
    bank.write_text(BANK, encoding="utf-8")
    (bank.parents[1] / "released.sha256").write_text(f"{'0' * 64}  kiosk/0.1.yaml\n", encoding="utf-8")
    assert hands_off(bank, read(bank)) == "released"
    assert hands_off(desk, read(desk)) == ""


SLIPS: tuple[Callable[[str], str], ...] = (
    lambda line: re.sub(r"^(\s*(?:- )?)([a-z_]{4,})(?=:)", lambda m: m[1] + _swapped(m[2]), line),
    lambda line: line.replace("yes", "Yes"),
    lambda line: line.replace("yes", "true"),
    lambda line: re.sub(r'"(\d\.\d)"', r"\1", line),
    lambda line: re.sub(r"\bface\b", "ｆａｃｅ", line).replace("per_person", "Per_person"),
    lambda line: re.sub(r"^(\s*[a-z_]+):", r"\1：", line),
    lambda line: re.sub(r"^  ", "\t", line),
    lambda line: f"{line}  # pia: ignore[PIA018] because" if line and "#" not in line else line,
    lambda line: line if "id: k" in line else line.replace("k_level", "k_levle").replace("k_masking", "k_maskin"),
    lambda line: re.sub(r", en: [A-Za-z ]+}", "}", line),
    lambda line: f"{line}\u3000" if line.startswith("title") else line,
)
ANSWERS = ASSESSMENT + "  k_level: per_person\n  k_people: 12\n  k_masking: {answer: absent}\n  k_sold: no\n"


def _swapped(word: str) -> str:
    return f"{word[:-2]}{word[-1]}{word[-2]}"


def _is_gap(line: str, wrong: str) -> bool:
    """Whether a line is what it was with gaps."""
    return re.sub(r", en: TODO", "", line) == wrong


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    what=st.sampled_from(["assessment", "bank"]),
    slips=st.lists(st.tuples(st.integers(0, 200), st.sampled_from(SLIPS)), min_size=1, max_size=5),
    form=st.tuples(st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"])),
)
def test_each_line_is_as_it_was_meant_or_as_it_was_written(
    bank: Path, what: str, slips: list[tuple[int, Callable[[str], str]]], form: tuple[str, str]
) -> None:
    """No line says a third thing, nothing new is found, and a second time changes nothing."""
    ends, mark = form
    desk = bank.parents[2] / "assessments" / "t-1" / "assessment.yaml"
    file, sound = (desk, ANSWERS) if what == "assessment" else (bank, BANK)
    meant = sound.split("\n")
    wrong = list(meant)
    for place, slip in slips:
        number = place % len(meant)
        wrong[number] = slip(meant[number])
    text = mark + ends.join(wrong)
    done = mend(file, text)
    after = done.after.decode().removeprefix("\ufeff").split(ends)
    for line, right, old in zip(after, meant, wrong, strict=True):
        assert line in (right, old) or _is_gap(line, old), (line, right, old)
    assert mend(file, done.after).after == done.after
    before, now = (Counter(one.code for one in check_of(file)(raw)) for raw in (text.encode(), done.after))
    if not any(code < "PIA2" for code in before):  # else rules had not been asked
        assert now <= before, (before, now)


def test_every_rule_that_mends_is_tried() -> None:
    """Here, one by one; what moves and what an assessment lacks in a language in tests/lint/test_order.py."""
    tried = {code for code, *_ in (*ONE_BY_ONE, *IN_A_BANK)} | {
        "PIA003",
        "PIA004",
        "PIA022",
        "PIA035",
        "PIA103",
        "PIA105",
        "PIA301",
        "PIA489",
    }
    elsewhere = {"PIA216", "PIA225", "PIA415", "PIA416", "PIA417", "PIA422", "PIA472"}  # by the same words as PIA203
    assert tried | elsewhere == MENDED
