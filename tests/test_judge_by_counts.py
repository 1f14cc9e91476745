"""The judge by counts of words suspects the side with a slip, and neither side where both wordings are right."""

from __future__ import annotations

import pytest

from compare.annotate import Engines, Lexicon, annotate_edits, load_lexicon, load_tagger
from compare.annotate.lexicon.misspellings import sound_of
from compare.annotate.suspect.by_counts import CountsJudge
from compare.style.house_style import default_house_style
from compare.values import Place, Side, Verdict
from tests.small_minutes import edits_between, minutes_of

# (with the slip, put right): each a slip that a careful reader sees without the other text
SLIPS = (
    ("The tenants' voices were head and noted.", "The tenants' voices were heard and noted."),
    (
        "a list of paths needing repair or were work had been started",
        "a list of paths needing repair or where work had been started",
    ),
    ("The panel thanked there officers for their work.", "The panel thanked their officers for their work."),
    ("Members asked weather the scheme would be extended.", "Members asked whether the scheme would be extended."),
    ("It was agreed in principal.", "It was agreed in principle."),
    ("More then ten residents attended.", "More than ten residents attended."),
    ("The group was lead by a volunteer.", "The group was led by a volunteer."),
    ("The bridge would loose its weight limit.", "The bridge would lose its weight limit."),
    ("The board recieved the accounts.", "The board received the accounts."),
    ("The clerk gave a update on the pond.", "The clerk gave an update on the pond."),
    ("In winter it provide a warm room.", "In winter it provides a warm room."),
    ("An site visit was arranged.", "A site visit was arranged."),
    ("Members noted that it agreed of to defer the matter.", "Members noted that it agreed to defer the matter."),
    ("They asked for advise on the lease.", "They asked for advice on the lease."),
    ("At night lorries where again using the lane.", "At night lorries were again using the lane."),
    ("The pumps where now running.", "The pumps were now running."),
)

# Both right: rewordings that a clerk or a chair makes: near words and far, names, forms, small words in or out.
REWORDINGS = (
    ("The {} hall was full.", "large big"),
    ("The {} hall was full.", "main town"),
    ("The {} was adopted.", "plan report"),
    ("The {} was adopted.", "policy motion"),
    ("Officers would {} the scheme.", "review revise"),
    ("Officers would {} the scheme.", "support report"),
    ("Officers would {} the grant.", "defer refer"),
    ("The panel {} the paper.", "noted voted"),
    ("The panel {} the paper.", "noted received"),
    ("The panel {} the paper.", "considered discussed"),
    ("The cost had {} in May.", "risen fallen"),
    ("The cost {} risen.", "has had"),
    ("The cost {} high.", "is was"),
    ("The costs {} high.", "are were"),
    ("It {} be done by autumn.", "should could"),
    ("It {} be done by autumn.", "would could"),
    ("The {} of the park was raised.", "state size"),
    ("The {} of the park was raised.", "future safety"),
    ("Residents of {} Lane wrote.", "Mill Hill"),
    ("Residents of {} Lane wrote.", "Dale Vale"),
    ("Councillor {} asked a question.", "Tarrant Tennant"),
    ("Councillor {} asked a question.", "Brown Browne"),
    ("Mr {} spoke.", "Head Heard"),
    ("{} said that work had begun.", "He She"),
    ("The chair of {} panel agreed.", "the this"),
    ("The chair of {} panel agreed.", "the that"),
    ("She thanked {} staff.", "his their"),
    ("She thanked {} staff.", "the her"),
    ("The {} met in June.", "group groups"),
    ("The {} in the north.", "school schools"),
    ("The {} in the north.", "road roads"),
    ("They talked {} the plan.", "of about"),
    ("They talked {} the plan.", "about through"),
    ("A paper {} the pool.", "on for"),
    ("A paper {} the pool.", "on about"),
    ("It was sent {} members.", "to by"),
    ("The work {} the river.", "at by"),
    ("The work {} the river.", "near along"),
    ("The work {} the river.", "on in"),
    ("The trust would {} the building.", "manage maintain"),
    ("The trust would {} the building.", "sell let"),
    ("The trust would {} the building.", "buy build"),
    ("The {} year was good.", "last past"),
    ("The {} year was good.", "first whole"),
    ("A {} meeting was held.", "public private"),
    ("A {} meeting was held.", "short joint"),
    ("A {} meeting was held.", "formal monthly"),
    ("The {} was repaired.", "wall hall"),
    ("The {} was repaired.", "gate path"),
    ("The {} was repaired.", "roof floor"),
    ("The {} was repaired.", "door floor"),
    ("Funds were {} in March.", "raised released"),
    ("Funds were {} in March.", "spent sent"),
    ("Letters were {} in March.", "sent sought"),
    ("The scheme was {} by the board.", "approved supported"),
    ("The scheme was {} by the board.", "welcomed agreed"),
    ("The scheme was {} by the board.", "adopted adapted"),
    ("The scheme was {} by the board.", "accepted rejected"),
    ("Work had {} well.", "gone begun"),
    ("Work had {} well.", "started progressed"),
    ("She {} the paper.", "wrote read"),
    ("She {} the paper.", "presented introduced"),
    ("She {} that it was late.", "felt feared"),
    ("She {} that it was late.", "said added"),
    ("She {} that it was late.", "noted stated"),
    ("The {} had been informed.", "police press"),
    ("The {} had been informed.", "parents patients"),
    ("The {} had been informed.", "tenants parents"),
    ("The {} had been informed.", "board bank"),
    ("The {} of the fund.", "rules roles"),
    ("The {} of the fund.", "terms trustees"),
    ("A {} of the fund.", "review history"),
    ("A {} of the report.", "copy summary"),
    ("{} members asked why.", "Some Several"),
    ("{} members asked why.", "Many Most"),
    ("The vote was {} in error.", "cast lost"),
    ("There was {} support for it.", "strong some"),
    ("There was {} support for it.", "much little"),
    ("The post was {} in spring.", "filled funded"),
    ("The {} would be paid.", "fee fees"),
    ("The {} would be paid.", "bill bills"),
    ("The {} would be paid.", "rent rate"),
    ("A letter from the {} was read.", "vicar mayor"),
    ("A letter from the {} was read.", "school society"),
    ("The report would {} to council.", "go come"),
    ("The report was {} to council.", "taken sent"),
    ("The work was {}.", "complete completed"),
    ("The work was {}.", "done due"),
    ("The gate was {}.", "open opened"),
    ("The figures were {}.", "draft drafted"),
    ("It was {} that costs rose.", "noted stated"),
    ("It was {} that costs rose.", "reported accepted"),
    ("The {} programme was praised.", "reading training"),
    ("The {} programme was praised.", "housing heating"),
    ("The {} programme was praised.", "health heating"),
    ("They would {} it in spring.", "start restart"),
    ("They would {} it in spring.", "organise organize"),
    ("They were {} on safety.", "focused focussed"),
    ("The meeting {} at nine.", "ended closed"),
    ("The meeting {} at nine.", "began ended"),
    ("Two {} were received.", "letters objections"),
    ("A short {} followed.", "debate break"),
    ("Members agreed {} the path should be closed.", "that -"),
    ("All {} the members voted.", "of -"),
    ("It was noted that {} work had begun.", "the -"),
    ("It was noted that {} officers would reply.", "all -"),
    ("The pool had {} been closed.", "also -"),
    ("The grant was {} paid to the club.", "then -"),
    ("Members thanked {} officers.", "the -"),
    ("The vicar had asked {} for help.", "them -"),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lexicon of the default house style."""
    return load_lexicon(default_house_style())


def verdicts(pairs: list[tuple[str, str]], lexicon: Lexicon) -> list[Verdict | None]:
    """The verdict on the one edit of each pair of sentences."""
    tagger = load_tagger(use_model=False, style=default_house_style())
    engines = Engines(tagger, lexicon, CountsJudge(lexicon))
    found = []
    for draft, final in pairs:
        edits = edits_between(draft, final)
        tagged = annotate_edits(edits, [Place()] * len(edits), minutes_of(draft), minutes_of(final), engines)
        found.append(tagged[0].verdict)
    return found


def mirrored(verdict: Verdict | None) -> Verdict | None:
    """The verdict that the swapped pair must get."""
    return verdict and Verdict(verdict.suspect.other, verdict.confidence, verdict.why)


@pytest.mark.parametrize(("slip", "right"), SLIPS)
def test_the_slip_is_accused_on_whichever_side_it_stands(slip: str, right: str, lexicon: Lexicon) -> None:
    """The side that has the slip is the suspect, whether draft or final, with the same confidence."""
    forth, back = verdicts([(slip, right), (right, slip)], lexicon)
    assert forth is not None
    assert forth.suspect is Side.DRAFT
    assert 0.5 <= forth.confidence < 1
    assert back == mirrored(forth)


def test_two_right_wordings_accuse_nobody(lexicon: Lexicon) -> None:
    """Of more than a hundred rewordings that are right on both sides at most one in twenty gets a suspect."""
    pairs = [_filled(frame, *words.split()) for frame, words in REWORDINGS]
    accused = [pair for pair, verdict in zip(pairs, verdicts(pairs, lexicon), strict=True) if verdict]
    assert len(REWORDINGS) >= 100
    assert len(accused) <= len(pairs) // 20, accused


def test_rewordings_swap_too(lexicon: Lexicon) -> None:
    """The swapped pair of a rewording gets the swapped verdict."""
    pairs = [_filled(frame, *words.split()) for frame, words in REWORDINGS]
    forth = verdicts(pairs, lexicon)
    back = verdicts([(final, draft) for draft, final in pairs], lexicon)
    assert back == [mirrored(verdict) for verdict in forth]


def test_a_word_used_elsewhere_is_no_misspelling(lexicon: Lexicon) -> None:
    """An unknown word that the documents use at another place is a term of theirs, not a slip."""
    draft = "The webinaar was late. Every webinaar is recorded."
    final = "The webinar was late. Every webinaar is recorded."
    assert verdicts([(draft, final)], lexicon) == [None]


def test_a_word_that_every_edit_puts_right_is_a_misspelling(lexicon: Lexicon) -> None:
    """However often a slip stood in one document, it is used nowhere else when the other has none left."""
    (verdict,) = verdicts([("He recieved it. She recieved it.", "He received it. She received it.")], lexicon)
    assert verdict is not None
    assert verdict.suspect is Side.DRAFT


def test_a_small_word_that_moved_is_missing_nowhere(lexicon: Lexicon) -> None:
    """`The key is` and `is the key` have the same words: neither side lacks one."""
    assert verdicts([("In your case, key is the clerk's?", "In your case, is key the clerk's?")], lexicon) == [None]


def test_neighbours_that_differ_must_agree(lexicon: Lexicon) -> None:
    """Where the word before differs too, and favours the other word, there is no verdict."""
    assert verdicts([("They needs to be seen.", "That need to be seen.")], lexicon) == [None]


def test_without_the_counts_nobody_is_accused() -> None:
    """A lexicon without its files knows every word and gives no verdict."""
    bare = Lexicon(default_house_style(), None)
    assert bare.knows("recieved")
    assert verdicts([("The recieved report.", "The received report.")], bare) == [None]


def test_the_reason_quotes_the_neighbour_that_decides(lexicon: Lexicon) -> None:
    """The reason names the usual and the unusual pair of words, as a clerk would."""
    (verdict,) = verdicts([SLIPS[0]], lexicon)
    assert verdict is not None
    assert verdict.why == "'were heard' is usual, 'were head' is not"


@pytest.mark.parametrize(
    ("one", "other"),
    [("sought", "sort"), ("sight", "site"), ("weather", "whether"), ("past", "passed"), ("rites", "rights")],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str) -> None:
    """Words that sound alike have one key."""
    assert sound_of(one) == sound_of(other)


def _filled(frame: str, one: str, other: str) -> tuple[str, str]:
    return (
        frame.format(one),
        frame.format(other) if other != "-" else frame.replace("{} ", ""),
    )
