"""Pieces of patterns that several rules share."""

from __future__ import annotations

from natobrief.when.phrases.days import NAMED_DAYS
from natobrief.when.phrases.words import (
    CARDINALS,
    CITIES,
    DECADES,
    MONTHS,
    NAMED_MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    ZONES,
    cased,
    small,
)

__all__ = [
    "ARTICLE",
    "COUNT",
    "DAY_NUMBER",
    "DAY_WORD",
    "END",
    "FROM_YEAR",
    "FULL_DAY",
    "FULL_MONTH",
    "HEADS",
    "MOD",
    "MONTH",
    "NOT_DECIMAL",
    "NO_CLOCK",
    "NUMBER",
    "NUMBERED",
    "OF_YEAR",
    "ON_DAY",
    "ORDINAL",
    "PART_OF_DAY",
    "SP",
    "WEEKDAY",
    "WHICH",
    "YEAR",
    "YEAR_WORDS",
    "ZONE",
    "preceded_by",
]

SP = r"(?:[ \u00a0\t]{1,2}|[ ]?\n(?![ \t]*\n))"
"""Space within a phrase; a line may end in it, a paragraph may not."""

END = r"(?![A-Za-z0-9_])"
"""A word is over here."""

NOT_DECIMAL = r"(?<![0-9][.,/:])"
"""Not the tail of a larger number."""

_ABBREVIATED = [name for name in MONTHS if name not in NAMED_MONTHS]
FULL_MONTH = f"(?:{cased(NAMED_MONTHS)}){END}"
MONTH = rf"(?:(?:{cased(NAMED_MONTHS)}){END}|(?:{cased(_ABBREVIATED)}){END}\.?)"
_SHORT_DAYS = [name for name in WEEKDAYS if not name.endswith("day") and name != "sun"]
FULL_DAY = f"(?:{cased(n for n in WEEKDAYS if n.endswith('day'))}){END}"
_SUN = r"(?:(?<![A-Za-z] )|(?<=\b[Oo]n ))(?:Sun|SUN)"  # else it is a newspaper
WEEKDAY = rf"(?:{FULL_DAY}|(?:{cased(_SHORT_DAYS)}|{_SUN}){END}\.?)"
ON_DAY = rf"(?:(?P<weekday>{WEEKDAY}),?{SP}(?:on{SP})?(?:the{SP})?)?"

_TENS = "|".join(name for name, number in CARDINALS.items() if number >= 20)
_ONES = "|".join(name for name, number in CARDINALS.items() if number < 10)
_CARDINAL = f"(?:{small(CARDINALS)})(?:[- ](?:{_ONES}))?"
_ORDINAL_ONES = "|".join(name for name, number in ORDINALS.items() if number < 10)
DAY_WORD = f"(?:(?:[Tt]wenty|[Tt]hirty)[- ](?:{_ORDINAL_ONES})|{small(ORDINALS)})"
_SUFFIX = "(?:st|nd|rd|th|ST|ND|RD|TH)"
NUMBERED = rf"(?:3[01]|[12][0-9]|0?[1-9]){_SUFFIX}?(?![\w%])"
DAY_NUMBER = rf"{NUMBERED}(?![.:/][0-9]|,[0-9]{{3}}(?![0-9])|-(?!{MONTH})[A-Za-z])"
ORDINAL = f"(?:[0-9]{{1,2}}{_SUFFIX}|{small(ORDINALS)})"
NUMBER = f"(?:[0-9]{{1,4}}|{_CARDINAL})"
COUNT = f"(?:[0-9]{{1,4}}|[Aa] couple(?: of)?|[Aa]nother|[Aa]n?|{_CARDINAL})"

ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_ZONE_CITY = "|".join(name.capitalize() for name in CITIES)
NO_CLOCK = (
    rf"(?!{SP}(?:(?-i:{ZONE}){END}|(?:h|hrs|hours){END}|local{SP}time{END}|\(?(?:{_ZONE_CITY}){SP}"
    rf"(?:[Ss]tandard{SP}|[Dd]aylight{SP})?[Tt]ime{END}))"
)
"""Four digits are no year but a clock time: "1900 GMT"."""
YEAR = rf"(?:1[5-9]|2[01])[0-9]{{2}}(?![\w%]|[.,][0-9]){NO_CLOCK}"
YEAR_WORDS = (
    f"(?:(?:[Nn]ineteen|[Ee]ighteen|[Tt]wenty)[- ](?:(?:{_TENS})(?:[- ](?:{_ONES}))?|ten|eleven"
    "|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    f"|[Tt]wo thousand(?:(?: and)? (?:{'|'.join(CARDINALS)})(?:[- ](?:{_ONES}))?)?)"
)
_OTHER_YEAR = (
    rf"(?P<shift>this|last|next|the{SP}same|the{SP}previous|the{SP}following){SP}year{END}"
)
OF_YEAR = (
    rf"(?:(?:,?{SP}(?:of{SP}|in{SP})?|,)(?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS}){END})"
    rf"|,?{SP}(?:of{SP}|in{SP})?{_OTHER_YEAR})?"
)
"""The year behind a date: ", 2022", "of 2022", "of last year"."""
FROM_YEAR = rf"(?:(?:(?P<before>{YEAR})|(?P<ago>[Tt]his|[Ll]ast|[Nn]ext){SP}year)['’]s{SP})?"
"""The year before it: "last year's third quarter"."""

MOD = (
    rf"(?:(?P<mod>[Ee]arly|[Ll]ate|[Mm]id(?:dle)?|[Ee]arlier|[Ll]ater)(?:-|{SP})(?:in{SP}|on{SP})?"
    rf"|(?:[Tt]he{SP}(?:very{SP})?)?(?P<side>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]est"
    rf"|[Rr]emainder|[Ee]arly{SP}part|[Ll]atter{SP}part){SP}of{SP})?"
)
"""Which side of a unit: "early", "the end of". It leaves the bounds as they are."""

ARTICLE = rf"(?:[Tt]he{SP})?"
WHICH = (
    "(?P<which>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious"
    "|[Ff]ollowing|[Cc]urrent|[Uu]pcoming|[Pp]receding|[Tt]hat same|[Tt]he same|[Ss]ame|[Tt]hat)"
)
PART_OF_DAY = (
    rf"(?:{SP}(?:early{SP}|late{SP})?(?:morning|afternoon|evening|night|noon|midday){END}(?!-))?"
)


def preceded_by(words: str) -> str:
    """Return a pattern that holds right behind one of some words and a space."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


_NAMED = sorted({name.split()[0] for name in NAMED_DAYS} | {"4th"})
# "The" is the commonest word of all: how the word behind it must begin for a phrase to be there.
_BEHIND_THE = (
    *(word for words in (ORDINALS, CARDINALS, DECADES, SEASONS, UNITS) for word in words),
    *"the this that same last next past coming previous following current upcoming".split(),
    *"preceding early late latter mid end beginning start close rest remainder".split(),
    *"entire full very fiscal".split(),
)
_STARTS = (
    small({word[:4] for word in _BEHIND_THE}),
    *sorted({name[:1].upper() + name[1:4].partition("'")[0] for name in _NAMED}),
)
_IS_BEHIND_THE = f"(?={SP}(?:[0-9'’]|{'|'.join(_STARTS)}))"
HEADS = {
    "month": f"(?:{cased({name[:3] for name in MONTHS})})",
    "weekday": f"(?:{cased({name[:3] for name in WEEKDAYS})})",
    "digit": "[0-9]+",
    "decade": f"['’][0-9]|(?:{small(DECADES)})",
    "side": "[Ee]arl(?:y|ier)|[Ll]ate|[Mm]id|[Ee]nd|[Bb]eginning|[Ss]tart|[Cc]lose|[Rr]est"
    "|[Rr]emainder",
    "article": f"[Tt]he{_IS_BEHIND_THE}",
    "which": "[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious|[Ff]ollowing|[Cc]urrent"
    "|[Uu]pcoming|[Pp]receding|[Tt]hat|[Ss]ame",
    "day": "[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight",
    "count": f"[Hh]alf(?={SP}an?{END})|[Aa]n?{END}|[Aa]nother|(?:{small(CARDINALS)}){END}",
    "ordinal": f"(?:{small(ORDINALS)})",
    "season": f"(?:{small(SEASONS)})",
    "preposition": f"(?:[Ii]n|[Oo]n|[Ff]rom|[Bb]etween|[Ww]ithin){END}",
    "quarter": "Q[1-4]|H[12]|[Ll]atest|[Qq]uarter|[Yy]ear",
    "fiscal": "[Ff]iscal|FY",
    "week": "[Ww]eek",
    "named": "(?:" + "|".join(w[:1].upper() + w[1:].partition("'")[0] for w in _NAMED) + f"){END}",
    "clock": "[Nn]oon|[Mm]idnight",
    "now": "[Rr]ight now|[Nn]ow|[Aa]t present|[Aa]t this time|[Cc]urrent date",
}
"""The kinds of word that a phrase begins with. Where a word is of two kinds, the first counts."""
