"""The rules for days and months of the calendar."""

from __future__ import annotations

from natobrief.when.phrases.fragments import (
    ARTICLE,
    DAY_NUMBER,
    DAY_WORD,
    END,
    FULL_MONTH,
    MOD,
    MONTH,
    NOT_DECIMAL,
    NUMBERED,
    OF_YEAR,
    ON_DAY,
    SP,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    preceded_by,
)
from natobrief.when.phrases.grammar import Rule
from natobrief.when.phrases.readers import (
    read_bare_month,
    read_day,
    read_days_in_month,
    read_iso,
    read_iso_time,
    read_month_only,
    read_numeric,
    read_numeric_days,
    read_range_in_month,
    read_short_day,
)
from natobrief.when.phrases.words import NAMED_MONTHS

__all__ = ["RULES"]

_BEHIND = rf"(?:{SP}\((?P<behind>{WEEKDAY})\))?"
_TO = rf"(?:{SP}?[-‐-―]{SP}?|{SP}(?:to|through|until|till|thru){SP}(?:the{SP})?)"
_PAIR = rf"(?:(?P<to>{_TO})|(?P<and>{SP}(?:and|or|&){SP}(?:the{SP})?))"
_FROM = rf"(?:(?:[Ff]rom|(?P<between>[Bb]etween)){SP}(?:the{SP})?)?"
_WD2 = rf"(?:(?P<weekday2>{WEEKDAY}),?{SP})?"
_ISO_DAY = r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
_DAY = f"(?:{DAY_NUMBER}|{DAY_WORD}{END})"
_CAPITAL_NEXT = rf"(?!{SP}(?-i:[A-Z])[a-z])"
_BEHIND_WORDS = preceded_by(
    "[Ii]n [Bb]y of to [Ss]ince [Uu]ntil [Ff]rom [Dd]uring [Bb]efore [Aa]fter through [Bb]etween"
)
_LED = _BEHIND_WORDS + "|" + "|".join(rf"(?<=\b{name.capitalize()} and )" for name in NAMED_MONTHS)
_A = preceded_by("[Aa] [Tt]he")
_SHORT_YEAR = r"['’](?P<short>[0-9]{2})(?![\w%-]|[.,:][0-9])"
_BARE_YEAR = (
    rf"(?P<short2>[0-9]{{2}})(?![\w%/-]|[.,:][0-9])"
    rf"(?!,{SP}{YEAR})(?=[.,;:)!?]|\s*$|{SP}(?:at|in|and|when|while|but|with|as|by|from|to|that){END}(?!{SP}[0-9]))"
)
_NO_UNIT = (
    rf"(?!{SP}(?:percent|people|men|women|of{SP}(?!(?:this|last|next){SP}year|[12])|{MONTH}"
    rf"|[a-z]{{3,}}s{END}))"
)
_MORE = "".join(
    rf"(?:,{SP}(?P<{name}>(?P<day_{name}>{_DAY}))){optional}"
    for name, optional in (("two", ""), ("three", "?"))
)
_LAST = rf",?{SP}(?:and|or|&){SP}(?:the{SP})?"
_VERBS = "(?:May|March|August|April|June)"
_SIDED = MOD.removesuffix("?")

RULES: tuple[Rule, ...] = (
    Rule(
        "iso-time",
        "absolute",
        "2022-01-07T13:30+01:00",
        ("digit",),
        rf"{NOT_DECIMAL}{_ISO_DAY}[T ](?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)"
        rf"(?P<zone>Z|[+-][0-2][0-9]:[0-5][0-9])(?![0-9:])",
        read_iso_time,
    ),
    Rule(
        "iso-day",
        "absolute",
        "2022-01-07",
        ("digit", "weekday"),
        rf"(?:(?P<weekday>{WEEKDAY}),?{SP})?{NOT_DECIMAL}{_ISO_DAY}(?![\w-])",
        read_iso,
    ),
    Rule(
        "slashed-iso-day",
        "absolute",
        "2022/01/07",
        ("digit",),
        rf"{NOT_DECIMAL}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>0?[1-9]|1[0-2])"
        rf"/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![\w/-])",
        read_iso,
    ),
    Rule(
        "numeric-days",
        "range",
        "15.-17.2.2022",
        ("digit",),
        rf"{NOT_DECIMAL}(?P<first>[0-3]?[0-9])(?:\.(?:(?P<month2>[01]?[0-9])\.)?)?{SP}?[-‐-―]{SP}?"
        rf"(?P<last>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>(?:19|20)[0-9]{{2}})"
        rf"(?![\w/-]|[.,][0-9])",
        read_numeric_days,
    ),
    Rule(
        "numeric-day",
        "absolute",
        "13/1/2022",
        ("digit",),
        rf"{NOT_DECIMAL}(?P<one>[0-3]?[0-9])(?P<sep>[/.-])(?P<two>[0-3]?[0-9])(?P<sep2>[/.-])"
        rf"(?P<year>(?:19|20)[0-9]{{2}})(?![\w/-]|[.,][0-9])",
        read_numeric,
    ),
    Rule(
        "list-in-month",
        "absolute",
        "January 10, 12 and 13",
        ("month", "weekday"),
        rf"(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP})?(?P<month>(?P<leading>{MONTH})){SP}(?:the{SP})?"
        rf"(?P<day_one>{_DAY})){_MORE}{_LAST}(?P<four>(?P<day_four>{_DAY}){_NO_UNIT}{OF_YEAR})",
        read_days_in_month,
    ),
    Rule(
        "list-of-month",
        "absolute",
        "10, 12 and 13 January",
        ("digit", "weekday", "ordinal"),
        rf"(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP}(?:the{SP})?)?{NOT_DECIMAL}(?P<day_one>{_DAY}))"
        rf"{_MORE}{_LAST}(?P<four>(?P<day_four>{_DAY}){SP}(?:of{SP})?(?P<month>{MONTH}){OF_YEAR})",
        read_days_in_month,
    ),
    Rule(
        "days-in-month",
        "range",
        "from January 10 to 13",
        ("month", "weekday", "preposition"),
        rf"{_FROM}(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP})?(?P<month>{MONTH}){SP}(?:the{SP})?"
        rf"(?P<first>{_DAY})){_PAIR}(?P<two>{_WD2}(?P<last>{_DAY})"
        rf"(?!{SP}(?:percent|of{END}|{MONTH})){OF_YEAR})",
        read_range_in_month,
    ),
    Rule(
        "days-of-month",
        "range",
        "10-13 January",
        ("digit", "weekday", "preposition", "ordinal"),
        rf"{_FROM}(?P<one>(?:(?P<weekday>{WEEKDAY}),?{SP}(?:the{SP})?)?{NOT_DECIMAL}"
        rf"(?P<first>{_DAY})){_PAIR}(?P<two>{_WD2}(?:the{SP})?(?P<last>{_DAY})"
        rf"{SP}(?:of{SP})?(?P<month>{MONTH}){OF_YEAR})",
        read_range_in_month,
    ),
    Rule(
        "month-day-short",
        "absolute",
        "Jan. 12, '99",
        ("month", "weekday"),
        rf"{ON_DAY}(?P<month>{MONTH}){SP}(?:the{SP})?(?P<day>{_DAY}),?{SP}{_SHORT_YEAR}",
        read_day,
    ),
    Rule(
        "day-month-short",
        "absolute",
        "14 Jan '19",
        ("digit", "weekday", "article"),
        rf"(?:{ON_DAY}|{ARTICLE}){NOT_DECIMAL}(?P<day>{NUMBERED})(?:{SP}(?:of{SP})?(?P<month>{MONTH})"
        rf"(?:,?{SP}{_SHORT_YEAR}|{SP}{_BARE_YEAR})"
        rf"|-(?P<month2>{MONTH})-(?P<short3>[0-9]{{2}})(?![\w/-]|[.,:][0-9]))",
        read_short_day,
    ),
    Rule(
        "month-day",
        "absolute",
        "Friday, Jan. 7, 2022",
        ("month", "weekday"),
        rf"{ON_DAY}(?P<month>{MONTH}){SP}(?:the{SP})?(?P<day>{DAY_NUMBER}|{DAY_WORD}{END})"
        rf"(?!{SP}(?:percent|years|people)){OF_YEAR}{_BEHIND}",
        read_day,
    ),
    Rule(
        "day-month",
        "absolute",
        "7 January 2022",
        ("digit", "weekday", "article"),
        rf"(?:{ON_DAY}|{ARTICLE}){NOT_DECIMAL}(?P<day>{NUMBERED})"
        rf"(?:{SP}(?:of{SP})?|-|/)(?P<month>{MONTH})(?:[-/](?P<before>{YEAR})|{OF_YEAR}){_BEHIND}",
        read_day,
    ),
    Rule(
        "ordinal-of-month",
        "absolute",
        "the first of January",
        ("article", "ordinal", "count", "weekday"),
        rf"(?:{ON_DAY}|{ARTICLE})(?P<day>{DAY_WORD}){SP}(?:day{SP})?of{SP}(?P<month>{MONTH})"
        rf"{OF_YEAR}",
        read_day,
    ),
    Rule(
        "month-year",
        "absolute",
        "January 2022",
        ("month", "side", "article"),
        rf"{MOD}(?P<month>{MONTH}),?(?:{SP}(?:of{SP}|in{SP})?|-)(?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS}){END})",
        read_month_only,
    ),
    Rule(
        "month-of-year",
        "absolute",
        "January of last year",
        ("month", "side", "article"),
        rf"{MOD}(?P<month>{FULL_MONTH}),?{SP}(?:of{SP})?(?P<shift>this|last|next){SP}year{END}",
        read_month_only,
    ),
    Rule(
        "year-month",
        "absolute",
        "last year's January",
        ("which",),
        rf"(?P<ago>[Tt]his|[Ll]ast|[Nn]ext){SP}year['’]s{SP}(?P<month>{FULL_MONTH})",
        read_month_only,
    ),
    Rule(
        "which-month",
        "absolute",
        "last March",
        ("which", "side", "article"),
        rf"{MOD}{ARTICLE}(?P<which>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast"
        rf"|[Ff]ollowing|[Pp]revious){SP}(?P<month>{FULL_MONTH})(?!{SP}[0-9])",
        read_month_only,
    ),
    Rule(
        "side-month",
        "absolute",
        "mid-March",
        ("side", "article"),
        rf"{_SIDED}(?P<month>{FULL_MONTH}){_CAPITAL_NEXT}",
        read_month_only,
    ),
    Rule(
        "month",
        "absolute",
        "in January",
        ("month",),
        rf"(?:(?:(?!{_VERBS})|(?={_VERBS}(?:{SP}?[-‐-―]{SP}?|{SP}(?:to|through|until){SP}){MONTH}))(?P<month>{FULL_MONTH})(?!{SP}(?-i:[A-Z])[a-z]+{SP}(?:said|says|told)|{SP}[0-9])"
        rf"|(?:(?:{_LED})|{_A}(?={_VERBS}{SP}(?!(?:from|that|with|over|into|past|down){END})[a-z]{{4}}))"
        rf"(?P<month2>{_VERBS}){END}(?!{SP}[0-9]){_CAPITAL_NEXT})(?!['’]s{SP}(?-i:[A-Z]))",
        read_bare_month,
    ),
)
