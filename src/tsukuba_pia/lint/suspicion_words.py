"""Words that the rules against dressed-up assessments look up."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "@side_vendor": {
        "ja": "このサービスの事業者の側の人です",
        "en": "is of a business that has a part in the service",
    },
    "@side_owner": {"ja": "この対策を担当する側の人です", "en": "is of the side that answers for it"},
    "@step_tender": {"ja": "入札", "en": "the tender"},
    "@step_contract": {"ja": "契約", "en": "the contract"},
}
