"""Lengths of time that have an end, and those that only look as if they had one."""

from typing import Final

from tsukuba_pia.late import late
from tsukuba_pia.model.hollow import letters

_ENDLESS: Final = late(
    "(?:期限|期間|年限|終わり|上限)[はがのを]?(?:な[しいく]|無[しい]|定め[なず]|定めの?な|設け[なず]|未定)|無期限|永[久年遠]|恒久|無制限"
    "|いつまでも|ずっと|常用|常時|当面|当分|必要(?:な|とする|となる|と認め(?:る|られる)|と判断する|がある)(?:期間|間|あいだ|限り|かぎり|時間)|必要に応じ"
    "|必要性?[がで](?:なくな|無くな)|必要?最小限|最小限[のな]?(?:期間|間)|(?:できるだけ|可能な限り|なるべく)短"
    "|不要[にと]な|使わなくな|(?:適切|適当|相当|一定|合理的|所定)[なの]?(?:期間|間)|別[にで]定め|別途(?:定め|協議)|(?<!本人)(?<!利用者)(?<!保護者)(?<!市民)が(?:別に|別途)?(?:定め|決め|判断す)るまで|(?:別に|別途)(?:決め|通知す|連絡す)るまで|(?:提供|運用|稼働)(?:期間)?中|定めるところ"
    "|(?:続く|続ける|続いている|続けている|継続する|継続している|提供する|提供している|運用する|運用している)(?:間|あいだ|期間|限り|かぎり)"
    "|until(?:furthernotice|(?!(?:the|a)?(?:user|person|resident|parent|guardian))[a-z]{0,30}(?:decides?|determines?)(?:otherwise|so)?$)|forever|indefinit|permanent|perpetu|aslongas|longer(?:than)?(?:need|requir|necess|us)|noend|nolimit|unlimited"
    "|withoutlimit|(?:as|when|while|if)(?:needed|required|necessary)|lawrequires|requiredbylaw|providedbylaw"
    "|(?:while|solongas)[a-z]{0,30}(?:lasts?|runs?|continues?|exists?|operates?|operation|inuse)"
    "|(?:appropriate|reasonable|necessary|required|certain|minimum|minimal|shortest(?:possible)?)(?:period|time)|asshortas"
)
_RULE: Final = late("条例|規則|規程|規定|基準|要綱|法第|ordinance|regulation|schedule|statute")
# A number with a unit ends it, and so does a rule that anybody can look up.
_BOUND: Final = late(
    f"[0-9]|[一二三四五六七八九十百](?:年|[かヶケカ箇]?月|週|日|時|分|秒)|{_RULE.pattern}"
    "|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:year|month|week|day|hour|minute)"
)
# A rule that is said to tell, without what it tells: the reader has to look for it.
_BY_A_RULE: Final = late(
    "[^0-9]{0,20}?(?:条例|規則|規程|規定|基準|要綱|要領|法令|定め)(?:によ(?:る|ります)|に(?:基づ|もとづ)(?:く|きます)|に(?:従|したが)(?:う|います)"
    "|(?:のとおり|の通り|に準じる|に準ずる)|[にでの]定める(?:期間|年限|とおり|通り|ところによ(?:る|ります)))(?:期間)?"
    "|(?:accordingto|asper|per|by|under|following|assetbythe|assetoutin|asprovidedby)(?:the)?[a-z]{0,30}"
    "(?:ordinances?|regulations?|rules?|bylaws?|laws?|legislation)"
)
# A number that only says from when it may end, or that begins again.
_OPEN: Final = late(
    "以上|少なくとも|最低|上限[はがのを]?(?:な|無|設け[なず]|定め[なず])|ごとに(?:更新|延長|見直)|自動(?:的に)?(?:更新|延長)"
    "|(?:更新|延長)(?:可|あり|有り|し得る|しうる|でき|する(?:ことがあ|ことができ|場合))|以後も?(?:更新|延長)"
    "|atleast|ormore|orlonger|aminimumof|noupperlimit|nomaximum|renewable|renewedevery|extendable|extensible"
    "|(?:can|may)be(?:extended|renewed|prolonged)"
)
_AT_MOST: Final = late(
    "最長|最大|以内|以下|以上[はも]?(?:持た|残さ|保存し|保管し|保持し)な|(?:上限|限度)(?:[0-9]|は[0-9]|とす)|を限度|atmost|upto|nolongerthan|notlongerthan|nomorethan|amaximumof"
)
_YEARS: Final = late("(?<!令和)(?<!平成)(?<!昭和)(?<![0-9])([0-9]+)(?:年|years?)")
_DAYS: Final = late("([0-9]+)(?:日|days?)")
_AGES: Final = late("[百千万]年|(?:hundred|thousand)years?|century|centuries")
_LONGEST: Final = 30  # years for which an office keeps anything without a rule of its own
_CALENDAR: Final = 1800  # 2030年 is no length
_YEAR: Final = 366  # days
_NEVER_OVER: Final = late(
    "(?:本|この|当該)?(?:サービス|事業|システム)(?:の?(?:提供|運用|運営|実施))?[がのを]?(?:すべて|全て|完全に)?[がの]?"
    "(?:終了|廃止|終わり|終わる|終わった|終わって|やめ)(?:し|する|した)?(?:て|た|る)?(?:とき|時|後|日|から|まで)*"
    "|(?:the)?(?:whole|entire)?(?:end|close|termination)ofthe(?:whole|entire)?(?:service|system|project|programme|program)"
    "|(?:when|after)(?:the)?(?:whole|entire)?(?:service|system|project)(?:ends|hasended|isclosed|isover)"
)


def is_endless(length: str) -> bool:
    """Whether a length of time has no end: “forever”, “by the rules”, “at least a year”, 999 years."""
    said = letters(length)
    if _BY_A_RULE.fullmatch(said) is not None or (_ENDLESS.search(said) is not None and _BOUND.search(said) is None):
        return True
    if _OPEN.search(said) is not None and _AT_MOST.search(said) is None:
        return True
    return _is_an_age(said) and _RULE.search(said) is None


def _is_an_age(said: str) -> bool:
    """Whether it is longer than any service, so that nobody who promises it will be asked."""
    years = [int(one[1]) for one in _YEARS.finditer(said)]
    days = [int(one[1]) for one in _DAYS.finditer(said)]
    long = any(_LONGEST < one < _CALENDAR for one in years) or any(one > _LONGEST * _YEAR for one in days)
    return long or _AGES.search(said) is not None


def never_begins(trigger: str) -> bool:
    """Whether a length is counted from the end of the service itself, which nobody knows: all is kept until then."""
    return _NEVER_OVER.fullmatch(letters(trigger)) is not None
