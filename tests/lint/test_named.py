"""What findings call posts and levels."""

from pathlib import Path

from tests.work.desk import DAY, workspace
from tsukuba_pia.change.approval import chain_of
from tsukuba_pia.diagnostics import Diagnostic
from tsukuba_pia.lint.named import level_args, posts_args
from tsukuba_pia.lint.words import hint_of, message_of
from tsukuba_pia.work.opening import open_assessment


def test_posts_and_levels_have_names_in_each_language(tmp_path: Path) -> None:
    """The city's words, else everybody's, with the id that is typed; never the id alone where there is a word."""
    file = workspace(tmp_path)
    opened = open_assessment(file, DAY)
    assert opened.questionnaire is not None
    assert opened.assessment is not None
    chain = {**chain_of(opened.assessment, None), "owner": {"ja": "事務局長", "en": "Head of the secretariat"}}
    args = posts_args("post", ["section_head"], chain) | level_args("high", opened.questionnaire)
    args |= posts_args("needed", ["mayor"], chain) | posts_args("chain", ["owner", "mayor", "caretaker"], chain)
    one = Diagnostic(str(file), 1, 1, "PIA513", args | {"does": "@post_accepts", "way": ""})
    assert message_of(one, "ja").startswith("「課長(section_head)」は、この機関で「高い」")
    assert hint_of(one, "ja").endswith("この機関の職: 事務局長(owner)、市長(mayor)、caretaker。")
    assert message_of(one, "en").startswith("“head of section (section_head)” may not accept the level “High”")
    assert "It takes “mayor (mayor)”" in hint_of(one, "en")
    assert level_args("gone", opened.questionnaire) == {"level": "gone"}
