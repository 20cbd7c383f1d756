"""The words that the rules of the reader know, as data.

A :class:`Lexicon` is a plain value: add words with :meth:`Lexicon.adding`. What is known about
organizations, states and people is not here but in the directory.
"""

from __future__ import annotations

import attrs

__all__ = ["DEFAULT", "Lexicon", "forms"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


@attrs.frozen(kw_only=True)
class Lexicon:
    """Word lists by job.

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
        official_verbs: Verbs of reports and minutes, only with "that".
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
        "promise pledge deny agree estimate disclose assert underline report mention express "
        "propose stipulate demand order shout cry read begin joke proclaim quote tell inform "
        "remind repeat signal feel fear hear echo elaborate summarize offer respond go plead "
        "tease "
        "boast marvel surmise gush sigh chant scream yell whisper mutter declare"
    )
    bare_verbs: tuple[str, ...] = _words(
        "say add believe think hope insist acknowledge argue claim suggest admit explain note "
        "predict"
    )
    official_verbs: tuple[str, ...] = _words(
        "believe think hope expect know reveal indicate allege contend maintain vow promise "
        "pledge "
        "deny agree estimate disclose assert underline point report mention inform remind "
        "reaffirm propose demand signal fear say repeat"
    )
    phrase_verbs: tuple[str, ...] = _words(
        "call describe dub label brand denounce dismiss praise criticize criticise blast mock "
        "accuse slam characterize characterise condemn deride decry hail refer"
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
        "plead pleads pleaded pleading"
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
        "soldier, veteran, voter, writer, veteran, mother, father, son, daughter, brother, sister"
        ", "
        "wife, husband, friend, neighbor, neighbour, alliance, ministry, government, company, "
        "report, statement, group, agency, department, court, commission, committee, council, "
        "police, newspaper, paper, magazine, website, study, survey, letter, document, memo, "
        "bloc, union, side, party, campaign, union, network, embassy, office, kremlin, pontiff, "
        "billionaire, businessman, businesswoman, actor, actress, singer, star, comedian, "
        "historian, statistician, consultant, publisher, inspector, interlocutor, counterpart"
    )
    collectives: tuple[str, ...] = _phrases(
        "allies, ministers, foreign ministers, defence ministers, defense ministers, "
        "finance ministers, interior ministers, leaders, "
        "heads of state and government, heads of state, heads of government, ambassadors, "
        "presidents, prime ministers, officials, diplomats, delegations, envoys, chiefs of "
        "defence, "
        "chiefs of defense, members, member states, parties, sides, partners, participants, "
        "negotiators, representatives, experts, analysts, sources, critics, people, residents, "
        "lawmakers, investigators, prosecutors, researchers, scientists, activists, reporters, "
        "authorities, interlocutors, supporters, opponents, voters, police, commanders"
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
        "Charter Constitution Awards Prize "
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
        "Once Perhaps Maybe Never Asked Having Being Given Monday Tuesday Wednesday Thursday "
        "Friday "
        "Saturday Sunday January February March April May June July August September October "
        "November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri "
        "Sat Sun Q Well Oh OK Okay Thank Thanks Please Let Do Does Did Is Are Was Were Will Would "
        "Can Could Should May Might Must Has Have Had Indeed Additionally Furthermore Therefore "
        "Thus Hence Overall Recently Finally First Second Third Asked Again Like Unlike Through "
        "Throughout Within Upon Toward Towards Per Via Out Up Down Off Around Back Good Mr Mrs "
        "Ms Dr Earlier Whether Either Neither Rather Regarding Citing Noting Calling Saying Told "
        "Nobody Everyone Everybody Someone Somebody Anyone Anybody None Others Everything Nothing "
        "Something Anything Half Less Enough Plenty Thousands Hundreds Dozens Together"
    )
    joiners: tuple[str, ...] = _words(
        "bin ibn al el de da di du la le van von zu af der den dos del y e"
    )
    encounters: tuple[str, ...] = _phrases(
        "telephone conversation=call, phone conversation=call, telephone call=call, "
        "phone call=call, video call=call, video conference=call, videoconference=call, "
        "conversation=call, call=call, "
        "press conference=briefing, news conference=briefing, press briefing=briefing, "
        "briefing=briefing, talks=talks, negotiations=talks, negotiation=talks, "
        "consultations=talks, dialogue=talks, meeting=meeting, meetings=meeting, visit=visit, "
        "trip=visit, summit=summit, summit meeting=summit, session=session, "
        "plenary session=session, conference=conference, forum=conference, ministerial=meeting, "
        "round=talks, gathering=meeting, ministerial meeting=meeting"
    )

    male_names: tuple[str, ...] = _words(
        "Adam Alan Albert Alex Alexander Ali Andrew Anders Andrei Andrzej Andriy Anthony Antonio "
        "Antony "
        "Barack Ben Benjamin Bernie Bill Bob Boris Brian Carl Charles Chris Daniel Dave David "
        "Dennis "
        "Dmitry Dmytro Donald Ed Edward Emmanuel Eric Erik Francis Frank Fred Gary George Gordon "
        "Greg "
        "Guido Hans Harry Henry Ivan Jack James Jan Jason Jean Jeff Jens Jim Joe Joel Johan John "
        "Jonathan Jose José Joseph Josh Juan Justin Kevin Lars Larry Mario Mark Martin Matthew "
        "Michael "
        "Mike Mikhail Mohammed Muhammad Nick Nicolas Olaf Oleg Oleksandr Patrick Paul Pedro Peter "
        "Petr "
        "Philip Recep Richard Rob Robert Roger Ron Ronald Ryan Sam Scott Sean Sergei Sergey Simon "
        "Stephen Steve Steven Ted Thomas Tim Tom Tony Viktor Vladimir Volodymyr Wang "
        "William Xavier"
    )
    female_names: tuple[str, ...] = _words(
        "Amanda Amy Ana Andrea Angela Anna Annalena Anne Barbara Beth Betty Carly Carol Caroline "
        "Catherine Christine Claire Clara Deborah Debbie Diana Donna Elena Elizabeth Ellen Emily "
        "Emma "
        "Eva Federica Giorgia Hannah Heather Helen Hillary Ingrid Iryna Jane Janet Jen Jennifer "
        "Jessica "
        "Joan Joanna Julia Julie Kaja Karen Kate Katherine Kathy Kelly Kristen Laura Linda Lisa "
        "Liz "
        "Liza Madeleine Magdalena Margaret Maria Marie Marina Martha Mary Megan Melania Melissa "
        "Mette "
        "Michelle Monica Nancy Nikki Nina Olena Olga Pamela Patricia Rachel Rebecca Rosa Ruth "
        "Sally "
        "Sandra Sanna Sarah Sara Sharon Sofia Sonia Susan Tammy Tatiana Theresa Ursula Valerie "
        "Victoria "
        "Wendy Yulia"
    )

    def gender_of(self, first_name: str) -> str:
        """Return ``m``, ``f`` or an empty text for a first name.

        >>> from natobrief.reader.lexicon import DEFAULT
        >>> DEFAULT.gender_of("Maria")
        'f'
        """
        if first_name in self.male_names:
            return "m"
        return "f" if first_name in self.female_names else ""

    def adding(self, **words: tuple[str, ...]) -> Lexicon:
        """Return a lexicon with more words in the named lists.

        >>> from natobrief.reader.lexicon import DEFAULT
        >>> "avow" in DEFAULT.adding(core_verbs=("avow",)).core_verbs
        True
        """
        return attrs.evolve(
            self, **{name: getattr(self, name) + more for name, more in words.items()}
        )


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
