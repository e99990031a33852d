"""`pia answer` and `pia new` as a person at a terminal meets them."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, run
from tests.work.desk import ASSESSMENT, workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment of which the first two questions are answered."""
    return workspace(tmp_path)


def text_of(file: Path) -> str:
    """The file as it is now."""
    return file.read_text(encoding="utf-8")


def test_answer_go_back_unknown_interrupt_and_resume(file: Path) -> None:
    """Each answer is in the file at once; Ctrl-C loses nothing; the next sitting goes on there."""
    person = Terminal("answer", file.parent)
    person.at_menu("At which level?", "1) Counts", "2) Per person")
    person.press("2")
    person.see("Saved")
    assert "k_level: per_person" in text_of(file)
    person.at_menu("How many people?")
    person.press("b")
    person.at_menu("At which level?", "Answer now: Per person")
    person.press("u")
    person.see("Who is asked?")
    person.press("防災課")
    person.see("By when?")
    person.press("2027-02-01")
    person.see("Remark")
    person.press("")
    person.see("Saved")
    assert "  k_level:\n    answer: unknown\n    asking: 防災課\n    by_when: 2027-02-01\n" in text_of(file)
    person.at_menu("How many people?")
    before = text_of(file)
    person.interrupt()
    assert person.end() == 130
    assert text_of(file) == before
    again = Terminal("answer", file, "--open-only", PIA_LANG="ja")
    again.at_menu("どの細かさですか。", "今の回答: 分からない")
    again.press("q")
    again.see("続きは")
    assert again.end() == 0
    assert text_of(file) == before


@pytest.mark.parametrize("after", ["menu", "asking", "note", "number"])
def test_interrupt_at_any_prompt(file: Path, after: str) -> None:
    """The file is as it was, exit code 130."""
    person = Terminal("answer", file, "--section", "k_use")
    person.at_menu("At which level?")
    if after == "asking":
        person.press("u")
        person.see("Who is asked?")
    elif after == "note":
        person.press("n")
        person.see("Remark")
    elif after == "number":
        person.press("s")
        person.at_menu("How many people?")
        person.press("")
        person.see("Number (people)")
    person.interrupt()
    assert person.end() == 130
    assert text_of(file) == ASSESSMENT


def test_every_type_to_the_end(file: Path) -> None:
    """Number with full-width digits, date, text that does not apply, a safeguard with its details, yes or no."""
    person = Terminal("answer", file)
    person.at_menu("At which level?")
    person.press("1")
    person.at_menu("How many people?")
    person.press("")
    person.see("Number (people)")
    person.press("１２")
    person.at_menu("Since when?")
    person.press("")
    person.see("Date")
    person.press("2027-04-01")
    person.at_menu("What for?")
    person.press("x")
    person.see("Why does it not apply?")
    person.press("no purpose")
    person.see("Who agrees?")
    person.press("Sato")
    person.at_menu("Faces are masked.")
    person.press("2")
    person.see("Who is responsible?")
    person.press("Fire section")
    person.see("By when?")
    person.press("2027-03-31")
    person.at_menu("Is it sold?")
    person.press("2")
    person.see("That was the last question. 8 of 8")
    assert person.end() == 0
    expected = {
        "k_people: 12", "k_since: 2027-04-01", "answer: not_applicable", "note: no purpose", "agreed_by: Sato",
        "answer: planned", "owner: Fire section", "due: 2027-03-31", "k_sold: no",
    }  # fmt: skip
    assert expected <= {line.strip() for line in text_of(file).splitlines()}


def test_several_options_and_help(file: Path) -> None:
    """A list with marks; more help on demand; a remark and evidence."""
    (file.parent / "design.md").write_text("x", encoding="utf-8")
    person = Terminal("answer", file, "--section", "k_first")
    person.at_menu("Is personal data used?", "Why: Protection starts here.", "Law:", "Answer now: Yes")
    person.press("h")
    person.at_menu("- ")
    person.press("e")
    person.see("Files")
    person.press("design.md")
    person.at_menu("Saved")
    person.press("s")
    person.at_menu("Which data?", "Answer now: Face")
    person.press("\x1b[A" * 9)
    person.see("All that apply")
    person.press(" ")
    person.see("Saved")
    assert person.end() == 0
    assert "evidence: [design.md]" in text_of(file)
    assert "k_kinds: [name, face]" in text_of(file)


def test_hostile_words_are_harmless(tmp_path: Path) -> None:
    """Markup is shown as it stands, what cannot be seen is left out."""
    title = '"[red]x[/red] \\u200b<b>txt"'
    file = workspace(tmp_path, f"{ASSESSMENT}  k_purpose: {{answer: {title}, note: {title}}}\n")
    person = Terminal("answer", file, "--section", "k_use")
    for _ in range(3):
        person.at_menu()
        person.press("s")
    person.at_menu("What for?")
    seen = f"{person.child.before}{person.child.after}"
    person.press("q")
    assert person.end() == 0
    assert "[red]x[/red] <b>txt ([red]x[/red] <b>txt)" in seen


@pytest.mark.parametrize("command", [("answer", "FILE"), ("new",)])
def test_nothing_prompts_without_a_terminal(file: Path, command: tuple[str, ...]) -> None:
    """On pipes it says what to do instead."""
    done = run(*(file if one == "FILE" else one for one in command))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "pia:" in done.stderr
    assert text_of(file) == ASSESSMENT


def test_new_at_a_terminal(tmp_path: Path) -> None:
    """Title, sectors, the threshold's questions; after Ctrl-C it goes on with `pia answer`."""
    workspace(tmp_path)
    person = Terminal("new", "--name", "robot", cwd=tmp_path)
    person.see("What is the service called?")
    person.press("Robot")
    person.see("Which sectors")
    person.press("")
    for question in ("Which unit", "Who is responsible", "What is it for"):
        person.see(question)
        person.press("")
    person.see("is an assessment needed?")
    person.at_menu("core_personal_data")
    person.press("1")
    person.see("Saved")
    person.interrupt()
    person.see("Go on with: pia answer")
    assert person.end() == 130
    made = tmp_path / "assessments" / "robot" / "assessment.yaml"
    assert "core_personal_data: yes" in text_of(made)
