"""The words that the rules of the reader know, as data.

A :class:`Lexicon` is a plain value: add words with :meth:`Lexicon.adding`. What is known about
organizations, states and people is not here but in the directory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.reader.people.given_names import FEMALE, MALE
from natobrief.reader.rule import KINDS

__all__ = ["DEFAULT", "Lexicon", "forms"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


class _Shape(NamedTuple):
    """What an entry of a list looks like, as a pattern and in words."""

    pattern: re.Pattern[str]
    words: str


_SMALL = r"[^\W\d_A-Z]+(?:[-'][^\W\d_A-Z]+)*\.?"
_VERB = _Shape(re.compile(_SMALL), "one word in small letters, the base form of a verb")
_FORMS = _Shape(re.compile(rf"{_SMALL}(?: {_SMALL}){{3}}"), "four words: base third past ing")
_PHRASE = _Shape(re.compile(rf"{_SMALL}(?: {_SMALL})*"), "words in small letters")
_TITLE = _Shape(re.compile(r"[^\W\d_a-z][\w’'-]*\.? [mf-]"), "a word with a capital, and m, f or -")
_CAPITAL = _Shape(re.compile(r"[^\W\d_a-z][\w’'-]*"), "one word with a capital")
_NOUN = _Shape(
    re.compile(rf"{_SMALL}(?: {_SMALL})*=(?:{'|'.join(KINDS)})"),
    f"noun=kind in small letters, the kind one of {', '.join(KINDS)}",
)
_OBJECT = _Shape(
    re.compile(rf"{_SMALL}={_SMALL}"), "verb=word in small letters, the word before the object"
)
_SHAPES = {
    "core_verbs": _VERB,
    "quote_verbs": _VERB,
    "bare_verbs": _VERB,
    "promise_verbs": _VERB,
    "request_verbs": _VERB,
    "object_verbs": _OBJECT,
    "phrase_verbs": _VERB,
    "irregular": _FORMS,
    "honorifics": _TITLE,
    "offices": _PHRASE,
    "office_modifiers": _PHRASE,
    "roles": _PHRASE,
    "collectives": _PHRASE,
    "organization_words": _CAPITAL,
    "not_names": _CAPITAL,
    "joiners": _PHRASE,
    "encounters": _NOUN,
    "male_names": _CAPITAL,
    "female_names": _CAPITAL,
}


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Lexicon:
    """Word lists by job.

    ``Lexicon()`` holds the words that ``read`` knows; :meth:`adding` makes one with more. Verbs
    and nouns are found in any case, names and titles as they are written.

    Attributes:
        core_verbs: Reporting verbs that stand anywhere: bare, inverted, without comma.
        quote_verbs: Verbs that report only with quotation marks or with "that".
        bare_verbs: Verbs that take a clause without "that".
        phrase_verbs: Verbs that report a quoted phrase: "called it 'absurd'".
        irregular: Verbs whose forms don't follow the rule: ``base third past ing``.
        honorifics: Words before a name that say the gender: ``word gender``, gender m, f or -.
        offices: Head nouns of offices, lower case; the person follows or the phrase names one.
        office_modifiers: What can stand before the head noun of an office.
        roles: Further nouns for people who speak without a name.
        collectives: Plural nouns for many who speak or meet.
        organization_words: Words that make a capitalised run an organization.
        not_names: Capitalised words that are no names.
        joiners: Small words inside names.
        encounters: Head nouns of encounters with their kind: ``noun=kind``.
        promise_verbs: Verbs that report what somebody will do or not: "vowed to leave".
        request_verbs: Verbs that report what somebody asks of others: "urged them to leave".
        object_verbs: Verbs with the word that their object needs: ``accuse=of``.
        male_names: First names of men.
        female_names: First names of women.

    Raises:
        InvalidValue: An entry hasn't the shape of its list. All faults are listed.

    >>> Lexicon().encounters[:2]
    ('telephone conversation=call', 'phone conversation=call')
    """

    core_verbs: tuple[str, ...] = _words(
        "say tell add write ask note explain continue reply respond answer state declare announce "
        "insist argue conclude warn recall admit acknowledge claim suggest joke quip exclaim "
        "observe muse complain counter concede confirm predict stress emphasize emphasise "
        "reiterate caution lament testify retort tweet post remark comment stipulate underscore "
        "interject assure recount opine wonder urge tout"
    )
    quote_verbs: tuple[str, ...] = _words(
        "believe think hope expect know find show reveal indicate allege contend maintain vow "
        "promise pledge deny agree estimate disclose assert underline report mention express voice "
        "propose demand order shout cry read begin proclaim quote inform remind repeat signal "
        "feel fear hear echo elaborate summarize offer go plead tease boast marvel surmise "
        "gush sigh chant scream yell whisper mutter affirm reaffirm attest aver swear "
        "profess pronounce posit postulate theorize speculate suspect guess reckon figure "
        "imagine foresee forecast project concur disagree object protest rebut interrupt chime "
        "volunteer venture hint imply intimate insinuate reflect remember recollect reminisce "
        "relate narrate clarify specify sum reason rationalize confess confide divulge "
        "apologize apologise advise counsel instruct implore beseech beg exhort lecture preach "
        "admonish threaten guarantee reassure vouch text email e-mail message retweet blog "
        "scribble scrawl caption bark bellow roar holler thunder snap snarl growl grumble "
        "groan moan whine gripe grouse fume rant rail vent bristle huff deadpan crack chuckle "
        "laugh smile grin beam enthuse rave effuse coo stammer stutter mumble murmur sneer "
        "scoff jeer taunt snipe gloat crow brag trumpet bluff inquire enquire query question "
        "recommend advocate submit pray sing wail weep sob shrug nod realize realise recognize "
        "recognise understand learn determine decide rule deduce infer calculate dream worry "
        "doubt mean prove demonstrate illustrate highlight analyze analyse assess restate "
        "rephrase paraphrase recite deliver rejoin riposte shoot fire hiss croak blurt gasp "
        "pipe point editorialize philosophize rhapsodize sermonize moralize generalize"
    )
    bare_verbs: tuple[str, ...] = _words(
        "say add believe think hope insist acknowledge argue claim suggest admit explain note "
        "predict"
    )
    promise_verbs: tuple[str, ...] = _words(
        "promise vow pledge refuse threaten offer swear volunteer claim demand ask decline"
    )
    request_verbs: tuple[str, ...] = _words(
        "urge ask tell call encourage implore beg beseech warn advise request invite exhort "
        "challenge counsel caution remind plead appeal press forbid dare"
    )
    object_verbs: tuple[str, ...] = _phrases(
        "accuse=of, call=for, criticize=for, criticise=for, blame=for, praise=for, condemn=for, "
        "denounce=for, fault=for, mock=for, attack=for, blast=for, slam=for, chide=for, "
        "rebuke=for, warn=of, warn=against, warn=about, advise=against, caution=against, "
        "argue=for, argue=against, complain=about, complain=of, appeal=for, plead=for, "
        "describe=as, portray=as, characterize=as, characterise=as, dismiss=as, deride=as, "
        "denounce=as, hail=as, decry=as, brag=about, advocate=for"
    )
    phrase_verbs: tuple[str, ...] = _words(
        "call describe dub label brand denounce dismiss praise criticize criticise blast mock "
        "accuse slam characterize characterise condemn deride decry hail refer bemoan ridicule "
        "hype extol laud applaud champion cite portray paint depict cast term tag deem "
        "consider invoke liken compare chide scold rebuke lambaste lambast rip assail attack "
        "bash skewer berate castigate excoriate denigrate disparage belittle fault blame "
        "charge oppose reject welcome salute celebrate commend compliment thank congratulate "
        "credit promote push pitch sell advertise market bill style title nickname christen "
        "pooh-pooh pan trash trounce savage lampoon satirize parody vilify demonize impugn "
        "malign smear insult curse damn deplore regret mourn dispute discount downplay "
        "minimize exaggerate overstate defend justify excuse endorse back support favor favour "
        "espouse seek want crave envision envisage picture perceive regard view see rate rank "
        "judge evaluate peg"
    )
    irregular: tuple[str, ...] = _phrases(
        "say says said saying, tell tells told telling, write writes wrote writing, "
        "think thinks thought thinking, know knows knew knowing, find finds found finding, "
        "show shows showed showing, read reads read reading, begin begins began beginning, "
        "feel feels felt feeling, hear hears heard hearing, go goes went going, "
        "deny denies denied denying, reply replies replied replying, cry cries cried crying, "
        "testify testifies testified testifying, quip quips quipped quipping, "
        "admit admits admitted admitting, decry decries decried decrying, "
        "refer refers referred referring, dub dubs dubbed dubbing, quote quotes quoted quoting, "
        "slam slams slammed slamming, signal signals signalled signalling, "
        "plead pleads pleaded pleading, swear swears swore swearing, beg begs begged begging, "
        "foresee foresees foresaw foreseeing, forecast forecasts forecast forecasting, "
        "snap snaps snapped snapping, grin grins grinned grinning, brag brags bragged bragging, "
        "blog blogs blogged blogging, sum sums summed summing, sing sings sang singing, "
        "weep weeps wept weeping, sob sobs sobbed sobbing, shrug shrugs shrugged shrugging, "
        "nod nods nodded nodding, understand understands understood understanding, "
        "mean means meant meaning, shoot shoots shot shooting, infer infers inferred inferring, "
        "submit submits submitted submitting, chat chats chatted chatting, "
        "rip rips ripped ripping, cast casts cast casting, tag tags tagged tagging, "
        "pan pans panned panning, peg pegs pegged pegging, sell sells sold selling, "
        "seek seeks sought seeking, see sees saw seeing, bid bids bade bidding, "
        "forbid forbids forbade forbidding, defer defers deferred deferring"
    )
    honorifics: tuple[str, ...] = _phrases(
        "Mr m, Mr. m, Mrs f, Mrs. f, Ms f, Ms. f, Miss f, Sir m, Dame f, Lord m, Lady f, Madam f, "
        "Dr -, Dr. -, Prof -, Prof. -, King m, Queen f, Prince m, Princess f, Pope m"
    )
    offices: tuple[str, ...] = _phrases(
        "secretary of state, secretary of defense, minister of foreign affairs, head of state, "
        "head of government, secretary general, secretary-general, general secretary, prime "
        "minister, foreign minister, "
        "defence minister, defense minister, finance minister, interior minister, minister, "
        "foreign secretary, defence secretary, defense secretary, secretary, president, premier, "
        "chancellor, ambassador, envoy, special envoy, special representative, commissioner, "
        "high representative, chairman, chairwoman, chairperson, chair, speaker, spokesman, "
        "spokeswoman, spokesperson, adviser, advisor, king, queen, emperor, governor, gov., "
        "senator, sen., representative, rep., congressman, congresswoman, mayor, general, gen., "
        "colonel, col., admiral, adm., lt., captain, capt., major, maj., sergeant, sgt., judge, "
        "justice, attorney, director, chief, head, commander, commander-in-chief, leader, deputy, "
        "professor, candidate, coordinator, director general, director-general, delegate, "
        "assistant to the president, presidential aide, state councilor, state councillor, "
        "detective, sheriff, officer, analyst, economist, co-chair, treasurer, counsel"
    )
    office_modifiers: tuple[str, ...] = _phrases(
        "former, acting, deputy, outgoing, vice, assistant, under, first, chief, national, "
        "senior, interim, incoming, permanent, special, federal, state, security, policy, party, "
        "government, press, foreign, defence, defense, finance, economy, supreme, executive"
    )
    roles: tuple[str, ...] = _phrases(
        "official, diplomat, source, aide, lawyer, expert, reporter, journalist, author, host, "
        "man, woman, witness, resident, teacher, student, doctor, scientist, researcher, player, "
        "coach, lawmaker, politician, activist, critic, strategist, executive, owner, member, "
        "founder, manager, administrator, editor, victim, suspect, prosecutor, investigator, "
        "soldier, veteran, voter, writer, mother, father, son, daughter, brother, sister"
        ", "
        "wife, husband, friend, neighbor, neighbour, alliance, ministry, government, company, "
        "report, statement, group, agency, department, court, commission, committee, council, "
        "police, newspaper, paper, magazine, website, study, survey, letter, document, memo, "
        "bloc, union, side, party, campaign, network, embassy, office, kremlin, pontiff, "
        "billionaire, businessman, businesswoman, actor, actress, singer, star, comedian, "
        "presidency, secretariat, military, regulator, watchdog, palace, "
        "historian, statistician, consultant, publisher, inspector, interlocutor, counterpart, "
        "colleague"
    )
    collectives: tuple[str, ...] = _phrases(
        "allies, ministers, foreign ministers, defence ministers, defense ministers, "
        "foreign secretaries, "
        "finance ministers, interior ministers, leaders, "
        "heads of state and government, heads of state, heads of government, ambassadors, "
        "presidents, prime ministers, officials, diplomats, delegations, envoys, chiefs of "
        "defence, "
        "chiefs of defense, members, member states, parties, sides, partners, participants, "
        "negotiators, representatives, experts, analysts, sources, critics, people, residents, "
        "lawmakers, investigators, prosecutors, researchers, scientists, activists, reporters, "
        "advisers, advisors, authorities, interlocutors, supporters, opponents, voters, police, "
        "commanders"
    )
    organization_words: tuple[str, ...] = _words(
        "Council Ministry Commission Party Committee Agency Office University Court News Times "
        "Press Union Bank Group Organization Organisation Assembly Parliament Senate House "
        "Congress "
        "Association Institute Foundation Department Administration Forum Alliance Fund Center "
        "Centre Company Corporation Corp Inc Ltd Service Authority Board Bureau Federation League "
        "Treaty Post Journal Tribune Herald Today Network Television Radio School College Church "
        "Society Coalition Club Team Government Army Navy Guard Police Embassy Mission Delegation "
        "Secretariat Brigade Conference Airlines Bay Street Avenue Road County Hospital Museum "
        "Library Hotel Airport Stadium Park River Lake Island Islands Sea Ocean Mountain Valley "
        "Forces Guards Troops Staff War Act Bill Agreement Accord Accords Protocol Process "
        "Charter Constitution Awards Prize Headquarters HQ "
        "Summit Building Hall Theater Theatre Studios Records Magazine Chronicle Gazette Review"
    )
    not_names: tuple[str, ...] = _words(
        "The A An This That These Those It Its He She They We I You His Her Their Our My Your In "
        "On At By For From To Of With Without About After Before During While When Where Why How "
        "What Which Who Whom Whose If Unless Until Since Because Although Though But And Or Nor "
        "So "
        "Yet Then There Here Now Not No Yes As Also Any All Both Each Every Some Such Most Many "
        "Much More Few Several One Two Three Four Five Six Seven Eight Nine Ten Under Over "
        "Between "
        "Among Against According Asked Meanwhile However Moreover Instead Still Even Just Only "
        "Earlier Later Today Tomorrow Yesterday Following Despite Last Next Other Another "
        "Speaking "
        "Once Perhaps Maybe Never Having Being Given Monday Tuesday Wednesday Thursday "
        "Friday "
        "Saturday Sunday January February March April May June July August September October "
        "November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri "
        "Sat Sun Q Well Oh OK Okay Thank Thanks Please Let Do Does Did Is Are Was Were Will Would "
        "Can Could Should Might Must Has Have Had Indeed Additionally Furthermore Therefore "
        "Thus Hence Overall Recently Finally First Second Third Again Like Unlike Through "
        "Throughout Within Upon Toward Towards Per Via Out Up Down Off Around Back Good Mr Mrs "
        "Ms Dr Whether Either Neither Rather Regarding Citing Noting Calling Saying Told "
        "Nobody Everyone Everybody Someone Somebody Anyone Anybody None Others Everything Nothing "
        "Something Anything Half Less Enough Plenty Thousands Hundreds Dozens Together"
    )
    joiners: tuple[str, ...] = _words(
        "bin ibn al el de da di du la le van von zu af der den dos del y e"
    )
    encounters: tuple[str, ...] = _phrases(
        "telephone conversation=call, phone conversation=call, telephone call=call, "
        "phone call=call, video call=call, video conference=call, videoconference=call, "
        "conversation=call, call=call, calls=call, phone calls=call, telephone calls=call, "
        "phone conversations=call, telephone conversations=call, "
        "press conference=briefing, news conference=briefing, press briefing=briefing, "
        "briefing=briefing, talks=talks, negotiations=talks, negotiation=talks, "
        "consultations=talks, dialogue=talks, meeting=meeting, meetings=meeting, visit=visit, "
        "trip=visit, summit=summit, summit meeting=summit, session=session, "
        "plenary session=session, conference=conference, forum=conference, ministerial=meeting, "
        "discussion=talks, discussions=talks, roundtable=meeting, "
        "round=talks, gathering=meeting, ministerial meeting=meeting"
    )

    male_names: tuple[str, ...] = MALE
    female_names: tuple[str, ...] = FEMALE

    def __attrs_post_init__(self) -> None:
        faults = [f for field in attrs.fields(Lexicon) for f in self._faults(field)]
        if faults:
            raise InvalidValue(faults)

    def _faults(self, field: attrs.Attribute[tuple[str, ...]]) -> Iterator[Fault]:
        value: object = getattr(self, field.name)
        if value is field.default:
            return  # a test has checked the words of the package
        if type(value) is not tuple:
            yield Fault(path=f"Lexicon.{field.name}", allowed="a tuple of words", came=show(value))
        else:
            yield from _faults_of(field.name, cast("tuple[object, ...]", value))

    def __repr__(self) -> str:
        lists = attrs.fields(Lexicon)
        words = sum(len(getattr(self, field.name)) for field in lists)
        return f"<Lexicon: {len(lists)} lists, {words} words>"

    def gender_of(self, first_name: str) -> str:
        """Return ``m``, ``f`` or an empty text for a first name.

        >>> from natobrief.reader.lexicon import DEFAULT
        >>> DEFAULT.gender_of("Maria")
        'f'
        """
        if first_name in self.male_names:
            return "m"
        return "f" if first_name in self.female_names else ""

    def adding(self, **words: Iterable[str]) -> Lexicon:
        """Return a lexicon with more words in the named lists; those it has stay once.

        Raises:
            InvalidValue: There is no such list, or an entry hasn't its shape. All faults are
                listed.

        >>> more = Lexicon().adding(core_verbs=["avow"], encounters=["parley=talks"])
        >>> more.core_verbs[-1], more.encounters[-1]
        ('avow', 'parley=talks')
        >>> Lexicon().adding(core_verbs=["Avow"], verbs=["avow"])
        Traceback (most recent call last):
            ...
        natobrief.errors.InvalidValue: 2 faults:
        ...
        """
        faults = [fault for name, more in words.items() for fault in _faults_of(name, more)]
        if faults:
            raise InvalidValue(faults)
        lists = {name: (*getattr(self, name), *more) for name, more in words.items()}
        return attrs.evolve(self, **{name: tuple(dict.fromkeys(lists[name])) for name in lists})


def _faults_of(name: str, value: object) -> Iterator[Fault]:
    """Report a list that there is not, or entries that haven't the shape of their list."""
    shape = _SHAPES.get(name)
    if shape is None:
        yield Fault(path=f"Lexicon.{name}", allowed=f"one of {', '.join(_SHAPES)}", came=name)
        return
    if not isinstance(value, list | tuple):
        yield Fault(path=f"Lexicon.{name}", allowed="a list or tuple of words", came=show(value))
        return
    for index, word in enumerate(cast("Sequence[object]", value)):
        if type(word) is not str or not shape.pattern.fullmatch(word):
            yield Fault(path=f"Lexicon.{name}[{index}]", allowed=shape.words, came=show(word))


DEFAULT = Lexicon()
"""The lexicon that ``read`` uses."""

_VOWELS = "aeiou"


def forms(verb: str, lexicon: Lexicon = DEFAULT) -> tuple[str, str, str, str]:
    """Return base, third person, past and -ing form of a verb.

    >>> from natobrief.reader.lexicon import forms
    >>> forms("note")
    ('note', 'notes', 'noted', 'noting')
    """
    for row in lexicon.irregular:
        if row.split()[0] == verb:
            base, third, past, ing = row.split()
            return base, third, past, ing
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return verb, third, verb + "ed", verb + "ing"
