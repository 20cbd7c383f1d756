"""The rules for years and their parts, decades, centuries, and days with a name."""

from __future__ import annotations

from natobrief.when.phrases.days import NAMED_DAYS
from natobrief.when.phrases.expressions import Direct
from natobrief.when.phrases.fragments import (
    ARTICLE,
    DAY_NUMBER,
    DAY_WORD,
    END,
    FROM_YEAR,
    MOD,
    NO_CLOCK,
    NOT_DECIMAL,
    OF_YEAR,
    ORDINAL,
    SP,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    preceded_by,
)
from natobrief.when.phrases.grammar import Rule
from natobrief.when.phrases.readers import (
    just,
    read_century,
    read_decade,
    read_half,
    read_named,
    read_quarter,
    read_quarter_of_year,
    read_quarters,
    read_season,
    read_weekday_number,
    read_year_only,
    read_year_words,
    read_years,
)
from natobrief.when.phrases.words import DECADES, SEASONS, small

__all__ = ["RULES"]


def named_pattern() -> str:
    """Return the names of all named days as one pattern."""
    names = sorted((*NAMED_DAYS, "4th of july"), key=lambda name: (-len(name), name))
    return "|".join(_named_word(name) for name in names)


def _named_word(name: str) -> str:
    words = [w if w == "of" else w[:1].upper() + w[1:] for w in name.split()]
    return SP.join(words).replace(".", r"\.?").replace("'", "['’]")


_NAME_NEXT = rf"(?!{SP}(?:Agreement|Accords?|Island|Carol|Rising|Tree|Parade|Massacre|Story|Truce))"
_NO_COUNT = (
    rf"(?!{SP}(?:[a-z]+s{END}|people|men|women|percent|km|kilometers|meters|miles|feet|dollars))"
)
_YEAR_LED = preceded_by(
    "[Ii]n [Bb]y of [Ss]ince [Uu]ntil [Ff]rom [Dd]uring [Bb]efore [Aa]fter through to"
    " between [Ff]iscal [Yy]ear the for this [Ll]ate [Ee]arly [Mm]id a its his her their our"
).replace("(?:", "(?:(?<=[0-9]{4} and )|(?<=[0-9]{4} or )|", 1)
_NUMBERED = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "Room room Flight flight No. no. Resolution resolution Route route Highway highway"
        " Article article Section section Boeing Box box Channel channel Page page"
        " than about nearly almost some over roughly around number approximately least most"
    ).split()
)

RULES: tuple[Rule, ...] = (
    Rule(
        "nine-eleven",
        "named day",
        "9/11",
        ("digit",),
        rf"{NOT_DECIMAL}9/11(?![\w/])",
        just(Direct("2001-09-11")),
    ),
    Rule(
        "years",
        "range",
        "2014-2018",
        ("digit",),
        rf"{NOT_DECIMAL}(?P<first>(?:1[5-9]|20)[0-9]{{2}})[-‐-―/](?P<last>(?:1[5-9]|20)?[0-9]{{2}})"
        rf"(?![\w%/-]|[.,][0-9])",
        read_years,
    ),
    Rule(
        "decade",
        "decade",
        "the 1990s",
        ("digit", "decade", "side", "article"),
        rf"{MOD}{ARTICLE}(?:(?:[Ee]arly|[Ll]ate|[Mm]id|first{SP}half{SP}of{SP}the"
        rf"|last{SP}half{SP}of{SP}the)(?:-|{SP}))?{NOT_DECIMAL}"
        rf"(?:(?P<full>1[5-9][0-9]0|20[0-9]0)['’]?s|['’](?P<short>[1-9]0)['’]?s){END}",
        read_decade,
    ),
    Rule(
        "decade-word",
        "decade",
        "the nineties",
        ("article", "side"),
        rf"{MOD}[Tt]he{SP}(?:(?:early|late|mid)(?:-|{SP}))?(?P<word>{'|'.join(DECADES)}){END}",
        read_decade,
    ),
    Rule(
        "century",
        "century",
        "the 20th century",
        ("article", "digit", "ordinal", "side"),
        rf"{MOD}{ARTICLE}(?:(?:early|late|mid)(?:-|{SP}))?{NOT_DECIMAL}(?P<nth>{ORDINAL})"
        rf"(?:-|{SP})[Cc]entury{END}",
        read_century,
    ),
    Rule(
        "quarter-of-year",
        "quarter",
        "the 2022 third quarter",
        ("article",),
        rf"[Tt]he{SP}(?P<year>{YEAR}){SP}(?:(?P<nth>{ORDINAL})(?:-|{SP})quarter|(?:quarter|period)){END}",
        read_quarter_of_year,
    ),
    Rule(
        "quarter",
        "quarter",
        "the third quarter of 2022",
        ("article", "ordinal", "fiscal", "which", "digit", "side"),
        rf"{MOD}{ARTICLE}{FROM_YEAR}(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext){SP})?"
        rf"(?:[Ff]iscal(?:-|{SP}))?(?P<nth>{ORDINAL})(?:-|{SP})(?:[Ff]iscal{SP})?[Qq]uarter{END}"
        rf"{OF_YEAR}",
        read_quarter,
    ),
    Rule(
        "short-quarter",
        "quarter",
        "Q3 2022",
        ("quarter", "digit"),
        rf"(?:{NOT_DECIMAL}(?P<before>{YEAR})(?:{SP}|-))?Q(?P<nth>[1-4]){END}{OF_YEAR}",
        read_quarter,
    ),
    Rule(
        "quarters",
        "quarter",
        "the first two quarters of 2022",
        ("article", "ordinal"),
        rf"{ARTICLE}[Ff]irst{SP}(?P<count>two|three){SP}quarters{OF_YEAR}",
        read_quarters,
    ),
    Rule(
        "half",
        "half",
        "the first half of 2022",
        ("article", "ordinal", "side", "which"),
        rf"{ARTICLE}(?P<nth>[Ff]irst|[Ss]econd|[Ll]ast|[Ll]atter){SP}half{SP}"
        rf"(?:of{SP}(?:the{SP})?(?:fiscal{SP})?(?:(?P<year>{YEAR})|(?P<shift>this|last|next){SP}year"
        rf"|(?P<own>year)){END})",
        read_half,
    ),
    Rule(
        "short-half",
        "half",
        "H1 2022",
        ("quarter", "digit"),
        rf"{NOT_DECIMAL}(?:(?P<before>{YEAR})(?:{SP}|-)H(?P<nth>[12])"
        rf"|H(?P<nth2>[12]){SP}(?:of{SP})?(?P<year>{YEAR})){END}",
        read_half,
    ),
    Rule(
        "season",
        "season",
        "the summer of 2022",
        ("season", "article", "side", "which"),
        rf"{MOD}{ARTICLE}{FROM_YEAR}(?P<season>{small(SEASONS)}){END}{SP}(?:of{SP})?"
        rf"(?:(?P<year>{YEAR})|(?P<shift>this|last|next){SP}year{END})",
        read_season,
    ),
    Rule(
        "which-season",
        "season",
        "last winter",
        ("which", "side", "article"),
        rf"{MOD}{ARTICLE}(?P<which>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast"
        rf"|[Cc]oming){SP}(?P<season>spring|summer|autumn|fall|winter){END}(?!{SP}(?:of|in){END})",
        read_season,
    ),
    Rule(
        "named-day",
        "named day",
        "Christmas Eve",
        ("named", "which", "article", "month", "ordinal", "digit"),
        rf"(?:(?P<which>[Tt]his|[Ll]ast|[Nn]ext){SP})?{ARTICLE}(?P<name>{named_pattern()}){END}"
        rf"{_NAME_NEXT}{OF_YEAR}",
        read_named,
    ),
    Rule(
        "weekday-number",
        "absolute",
        "Monday the 24th",
        ("weekday",),
        rf"(?P<weekday>{WEEKDAY}),?{SP}(?:the{SP})?(?P<day>{DAY_NUMBER}|{DAY_WORD}{END})"
        rf"(?!{SP}(?:[a-z]+s{END}|people|percent|million|[ap]\.?m))"
        rf"(?!(?<=[a-z][a-z][a-z][a-z]){SP}(?!(?:of|in|and|at|for|to|from|when|with|is|was)\b)"
        rf"[A-Za-z])",
        read_weekday_number,
    ),
    Rule(
        "year-words",
        "absolute",
        "nineteen ninety-seven",
        ("count", "article"),
        rf"(?:[Tt]he{SP}year{SP})?(?P<words>(?!(?<!year )[Tt]wo{SP}thousand{END}(?!{SP}and))"
        rf"{YEAR_WORDS}){END}(?!{SP}(?:dollars|people|percent))",
        read_year_words,
    ),
    Rule(
        "year",
        "absolute",
        "in early 2022",
        ("digit", "side", "article", "fiscal"),
        rf"{MOD}(?:[Ff]iscal{SP}(?:year{SP})?|FY|[Tt]he{SP}year{SP})?(?:(?<!-)|(?<=[Mm]id-)){NOT_DECIMAL}{_NUMBERED}"
        rf"(?:{_YEAR_LED}(?P<led>(?:1[5-9]|20)[0-9]{{2}})(?!(?<=00){SP}[a-z]+s{END})"
        rf"|(?P<year>(?:19|20)[0-9]{{2}}){_NO_COUNT})"
        rf"(?![\w%$]|/[0-9]|[.,:][0-9]|-[0-9]){NO_CLOCK}(?:{SP}or{SP}later{END})?",
        read_year_only,
    ),
)
