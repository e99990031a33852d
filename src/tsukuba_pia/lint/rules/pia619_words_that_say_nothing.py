"""Where something has to be said stand words that say nothing, or a name that is nobody's.

“None”, “to be decided”, the title once more, “checked” as the way in which something was checked: the place is filled, so no other rule sees that it is empty, and whoever
reads the page learns nothing. From approval on this is an error.

```yaml assessment
consultations:
  - {id: c1, who: 市民の会, said: 顔が写ります。, done: 対応済み, because: 検討中}  # PIA619 at 検討中
conclusion: 特になし  # PIA619 at 特になし
answers:
  c_level: {answer: unknown, asking: 担当者, by_when: 2027-05-31}  # PIA619 at 担当者
```

Use instead: what is so, and why; the unit, the post or the person who can be asked. Where it is not known yet, leave the key out: then it is told as missing.

---

書くべきところに、何も述べていない言葉か、誰のことか分からない名前があります。

「なし」「未定」や題名の繰り返し、確かめた方法としての「確認した」があると、埋まっているように見えるため、ほかの規則には空だと分かりません。読む人には何も伝わりません。承認の段階からはエラーです。

代わりに: 事実と理由、または問い合わせることのできる課、職、人の名前を書きます。まだ分からないときは、その行を消します。そうすれば、足りないものとして示されます。
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from tsukuba_pia.diagnostics import Finding, Path
from tsukuba_pia.lint.context import AssessmentContext
from tsukuba_pia.lint.rule import STAGES, Rule
from tsukuba_pia.lint.suspicion import versions
from tsukuba_pia.lint.texts import GAP
from tsukuba_pia.model.assessment import Assessment, Lifecycle, Service
from tsukuba_pia.model.bank import NOT_APPLICABLE
from tsukuba_pia.model.hollow import is_filler, is_hollow, is_mere_done, is_nobody, is_placeholder, repeats
from tsukuba_pia.model.text import Text
from tsukuba_pia.score.asked import named

LONGEST = 30  # letters of it that are shown
SAID = {
    "consultations": ("because", "shorter"), "opinions": ("says", "answered"), "groups_excluded": ("why",),
    "provision": ("reason", "notice"), "cooperation": ("request",), "choices": ("what",), "incidents": ("what",),
}  # fmt: skip
OF_THINGS = {("choices", "what"), ("provision", "notice")}  # one word is enough; elsewhere it is told what was, or why
NAMED = {"consultations": "who", "opinions": "by", "cooperation": "to", "team": "name", "provision": "item"}
OF_AN_ANSWER = ("owner", "asking", "agreed_by", "verified_by", "confirmed_by")
WHO = (*OF_AN_ANSWER, "who", "by", "to", "name", "unit")  # where a person or a unit is named
WAYS: Mapping[str | int, str] = {**dict.fromkeys(WHO, "@hollow_name"), "for": "@hollow_people"}  # what to write instead
STAGES_OF_LIFE = tuple(field.name for field in fields(Lifecycle))
OF_A_STAGE = {
    "who": is_placeholder, "where": is_placeholder, "what": is_filler, "protection": is_filler, "none": is_filler
}  # fmt: skip
NEEDED = ("for", "what", "why_not", "why", "says", "who")
TOLD = frozenset({"consultations", "opinions", "agreed_by"})  # that signs are nothing is told by rules of their own
Place = tuple[Path, Text | None, Callable[[str], bool]]


def check(context: AssessmentContext) -> Iterator[Finding]:
    """Each text that is there, and might as well not be."""
    settled = STAGES.index(context.stage) >= STAGES.index("approval")
    for path, text, hollow in _places(context):
        suspect = any(map(hollow, versions(text)))  # most are not
        for inside, said in _each(text, str(path[-1])) if suspect else ():
            if hollow(said) and (named(said) or not TOLD.intersection(path)):
                short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
                way = WAYS.get(path[-1], "@hollow_text")
                args = {"key": str(path[-1]), "said": short, "way": way, "both": "@hollow_both" if inside else ""}
                yield Finding((*path, *inside), args, level="error" if settled else None)


def _each(text: Text | None, key: str) -> Iterator[tuple[Path, str]]:
    """A text in each language. That one is empty, or a gap where there has to be a text, another rule tells."""
    if isinstance(text, Mapping):
        yield from (((language,), one) for language, one in text.items() if one.strip() not in ("", GAP))
    elif text is not None and text.strip() not in ("", GAP if key in NEEDED else ""):
        yield (), text


def _places(context: AssessmentContext) -> Iterator[Place]:
    assessment = context.assessment

    def repeated(text: str) -> bool:
        return is_hollow(text) or repeats(text, assessment.title)

    yield ("conclusion",), assessment.conclusion, repeated
    if assessment.service is not None:
        yield ("service", "purpose"), assessment.service.purpose, repeated
        yield from _of_the_service(assessment.service)
    if assessment.dates is not None and assessment.dates.ended is not None:
        yield ("dates", "ended", "why"), assessment.dates.ended.why, is_hollow
    yield from _of_lists(assessment)
    yield from _of_the_data(assessment)
    for name, override in assessment.overrides.items():
        yield ("overrides", name, "because"), override.because, is_hollow
    for one in context.long_forms:
        for key in OF_AN_ANSWER:
            name = getattr(one.answer, key)
            if name is not None:
                yield one.at(key), name, is_nobody
        if one.answer.method is not None:
            yield one.at("method"), one.answer.method, is_mere_done
        if one.answer.answer == NOT_APPLICABLE:
            yield one.at("note"), one.answer.note, is_hollow


def _of_the_service(service: Service) -> Iterator[Place]:
    for number, benefit in enumerate(service.benefits):
        yield ("service", "benefits", number, "for"), benefit.for_, is_filler
        yield ("service", "benefits", number, "what"), benefit.what, is_hollow
    for number, other in enumerate(service.alternatives):
        yield ("service", "alternatives", number, "what"), other.what, is_filler
        yield ("service", "alternatives", number, "why_not"), other.why_not, is_hollow
    if service.contact is not None:
        yield ("service", "contact", "unit"), service.contact.unit, is_placeholder


def _of_the_data(assessment: Assessment) -> Iterator[Place]:
    for number, item in enumerate(assessment.data or ()):
        for name in STAGES_OF_LIFE if item.lifecycle is not None else ():
            stage = getattr(item.lifecycle, name)
            for key, hollow in OF_A_STAGE.items() if stage is not None else ():
                text = getattr(stage, key)
                if text is not None:
                    yield ("data", number, "lifecycle", name, key), text, hollow


def _of_lists(assessment: Assessment) -> Iterator[Place]:
    for name, keys in SAID.items():
        for number, entry in enumerate(getattr(assessment, name) or ()):
            for key in keys:
                yield (name, number, key), getattr(entry, key), is_filler if (name, key) in OF_THINGS else is_hollow
    for name, key in NAMED.items():
        for number, entry in enumerate(getattr(assessment, name) or ()):
            yield (name, number, key), getattr(entry, key), is_placeholder
    for number, excluded in enumerate(assessment.groups_excluded):
        yield ("groups_excluded", number, "agreed_by"), excluded.agreed_by, is_nobody
    for number, heard in enumerate(assessment.consultations):  # “nothing” is an answer where a reason stands beside it
        if not any(versions(heard.because)):
            yield ("consultations", number, "done"), heard.done, is_hollow


RULE = Rule(
    code="PIA619",
    level="note",
    about="assessment",
    message={
        "ja": "`{key}` が「{said}」では、読む人に何も伝わりません。",
        "en": "“{said}” as `{key}` tells readers nothing.",
    },
    hint={
        "ja": "{way}書いてください。分からないときは、その行を消してください[({both})]。",
        "en": "Write {way}; delete the line where it is not known[ ({both})].",
    },
    check=check,
)
