"""Each rule is described, sourced and listed once; with all rules in order, it claims its hits and not its misses."""

from __future__ import annotations

import inspect
import re
import shutil
from pathlib import Path

import pytest

from compare import compare_texts
from compare.rules import ALL, FOLDS, Rule
from compare.style.fingerprint import fingerprint_of, rules_fingerprint
from compare.style.house_style import default_house_style
from compare.style.resources import models_path
from compare.style.word_lists import word_lists_of
from compare.values import Comparison, FoldKind, Severity, Side

ROOT = Path(__file__).parent.parent

# The ids that the design promises; `explain` and house styles know rules by these names, so none is ever renamed.
PROMISED = """
    decision.outcome negation.changed modality.done modality.limit modality.changed vote.changed vote.form
    money.changed number.changed date.changed time.changed attendance.changed attendance.form interest.changed
    sense.opposed sense.doer
    name.person name.organisation name.place reference.changed role.changed
    resolution.header-missing resolution.limb-removed resolution.limb-added resolution.wording
    structure.item-missing structure.item-added structure.item-renumbered structure.heading-changed
    structure.paragraph-removed structure.paragraph-added structure.paragraph-moved structure.cell-moved
    structure.columns-exchanged structure.row-changed structure.set-otherwise structure.reordered structure.split
    structure.merged
    status.draft-mark status.signed exempt.disclosed exempt.session source.truncated source.page-data
    slip.doubled-word slip.missing-word slip.real-word slip.misspelling slip.relative-clause slip.end-stop
    grammar.inflection grammar.tense grammar.construction
    wording.sentence-added wording.sentence-removed wording.same-sense wording.content wording.function
    punctuation.changed form.same-value form.abbreviation form.nil-return form.short-name
    typography.quotes typography.spaces typography.dashes typography.bullets typography.case typography.markup
    wording.other
""".split()  # noqa: SIM905 (a list to read)

HITS = [(rule, *example) for rule in ALL for example in rule.hits]
MISSES = [(rule, *example) for rule in ALL for example in rule.misses]


def named(comparison: Comparison) -> list[str]:
    """The rules of a comparison's findings, and of its folds of typography."""
    folds = [finding.rule for finding in comparison.fold_findings]
    return [finding.rule for finding in comparison.findings] + [rule for rule in folds if rule != "structure.split"]


@pytest.fixture(params=[False, True], ids=["lists", "model"])
def use_model(request: pytest.FixtureRequest) -> bool:
    """Once with word lists alone, once with whatever model came with the program."""
    return bool(request.param)


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["lists", "model"])
def use_model_if_slow(request: pytest.FixtureRequest) -> bool:
    """As `use_model`, with the model in the whole run only: two hundred comparisons with it take 15 s."""
    return bool(request.param)


@pytest.mark.parametrize(("rule", "draft", "final"), HITS, ids=[f"{rule.id}-{n}" for n, (rule, *_) in enumerate(HITS)])
def test_a_rule_claims_its_hits(rule: Rule, draft: str, final: str, *, use_model: bool) -> None:
    """With every rule asked in order, each of its hits is a finding of the rule."""
    assert rule.id in named(compare_texts(draft, final, use_model=use_model))


@pytest.mark.parametrize(
    ("rule", "draft", "final"), MISSES, ids=[f"{rule.id}-{n}" for n, (rule, *_) in enumerate(MISSES)]
)
def test_a_rule_skips_its_misses(rule: Rule, draft: str, final: str, *, use_model_if_slow: bool) -> None:
    """None of its misses is a finding of the rule."""
    assert rule.id not in named(compare_texts(draft, final, use_model=use_model_if_slow))


def test_the_promised_rules_are_all_there_once() -> None:
    """The registry holds each promised id exactly once, and no other."""
    assert sorted(rule.id for rule in ALL) == sorted(PROMISED)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_rule_is_described_sourced_and_exemplified(rule: Rule) -> None:
    """A rule describes in one sentence what it claims, names its source, and shows two hits and two misses."""
    assert re.fullmatch(r"[A-Z].+\.", rule.description)
    assert len(rule.description) <= 200
    assert rule.source.strip()
    assert len(rule.hits) >= 2
    assert len(rule.misses) >= 2
    assert rule.on_wording or rule.on_structure
    assert rule.severity in Severity


def test_every_kind_of_fold_has_a_cosmetic_rule_and_a_reason() -> None:
    """Whatever is folded can be listed, under a rule that the registry has."""
    assert set(FOLDS) == set(FoldKind)
    for rule, reason in FOLDS.values():
        assert rule in ALL
        assert rule.severity is Severity.COSMETIC
        assert re.fullmatch(r"[A-Z].+\.", reason)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_knows_its_own_line(rule: Rule) -> None:
    """The first of `where` is the line of the decorator above the function that decides."""
    path, _, line = rule.where[0].line.rpartition(":")
    judge = rule.on_wording or rule.on_structure
    assert judge is not None
    source, first = inspect.getsourcelines(judge)
    assert (ROOT / path).is_file()
    assert int(line) == first
    assert f'"{rule.id}"' in "".join(source)


@pytest.mark.parametrize(
    ("rule_id", "files"),
    [
        (
            "slip.real-word",
            [
                "rules/slips.py",
                "annotate/suspect/by_model.py",
                "annotate/suspect/english/decision.py",
                "annotate/suspect/by_counts.py",
                "annotate/lexicon/misspellings.py",
            ],
        ),
        (
            "grammar.inflection",
            [
                "rules/grammar.py",
                "annotate/suspect/by_model.py",
                "annotate/suspect/english/decision.py",
                "annotate/suspect/by_counts.py",
            ],
        ),
        (
            "resolution.header-missing",
            [
                "rules/resolution.py",
                "rules/resolution.py",
                "structure/segments.py",
                "structure/segments.py",
                "outline/decision_grammar.py",
                "outline/decisions.py",
            ],
        ),
        (
            "name.person",
            [
                "rules/names.py",
                "annotate/entities/patterns.py",
                "annotate/entities/__init__.py",
                "annotate/lexicon/misspellings.py",
                "annotate/lexicon/misspellings.py",
            ],
        ),
        ("source.truncated", ["rules/source.py", "structure/status_marks.py"]),
    ],
)
def test_a_rule_names_all_that_decides(rule_id: str, files: list[str]) -> None:
    """Beside its own function: both methods of a verdict, what finds names, facts and words; each line exists."""
    (rule,) = (rule for rule in ALL if rule.id == rule_id)
    places = [place.line.rpartition(":") for place in rule.where]
    assert [path for path, _, _ in places] == [f"compare/{file}" for file in files]
    for path, _, line in places:
        assert (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1].lstrip().startswith(("def ", "@"))


def test_every_file_of_rules_is_in_the_registry() -> None:
    """No family is written and then forgotten in the order."""
    files = {path.stem for path in (ROOT / "compare" / "rules").glob("[!_]*.py")}
    assert {rule.where[0].line.split("/")[-1].split(".")[0] for rule in ALL} == files


def test_graver_families_are_asked_first() -> None:
    """Every rule of substance stands before the rules that explain a change as form, slip or grammar."""
    order = [rule.id for rule in ALL]
    mild = min(order.index(rule.id) for rule in ALL if rule.family in ("form", "slip", "grammar", "typography"))
    grave = [rule.id for rule in ALL if rule.severity is Severity.CRITICAL and rule.id != "resolution.wording"]
    assert max(order.index(rule_id) for rule_id in grave) < mild
    assert order[-1] == "wording.other"


@pytest.fixture
def copy_of_the_program(tmp_path: Path) -> Path:
    """The modules, patterns and checksums that the fingerprint is made of, in the layout of a checkout."""
    package, patterns = tmp_path / "compare", tmp_path / "models" / "patterns"
    shutil.copytree(ROOT / "compare", package, ignore=shutil.ignore_patterns("__pycache__", "models"))
    shutil.copytree(models_path("patterns"), patterns)
    shutil.copy(models_path("checksums.sha256"), tmp_path / "models")
    return tmp_path


def fingerprint(folder: Path) -> str:
    """The fingerprint of such a copy."""
    return fingerprint_of(folder / "compare", folder / "models")


def test_a_copy_has_the_same_fingerprint(copy_of_the_program: Path) -> None:
    """Neither the folder, nor the ends of lines, nor a report's module make another fingerprint."""
    copy = copy_of_the_program
    assert re.fullmatch(r"[0-9a-f]{12}", rules_fingerprint())
    assert fingerprint(copy) == rules_fingerprint()
    for path in (copy / "compare" / "rules" / "vote.py", copy / "models" / "patterns" / "words.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (copy / "compare" / "report" / "to_json.py").write_text("SCHEMA = 'another'\n")
    assert fingerprint(copy) == rules_fingerprint()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("compare/rules/vote.py", "_NEAR = 9"),
        ("compare/align/__init__.py", "_LEAST = 0.6"),
        ("models/patterns/words.toml", 'more_words = ["nought"]'),
        ("models/checksums.sha256", f"{'0' * 64}  en_minutes/more"),
    ],
)
def test_whatever_decides_is_in_the_fingerprint(copy_of_the_program: Path, path: str, line: str) -> None:
    """A constant of a rule or a stage, a word of a pattern file, a trained file: each gives another fingerprint."""
    file = copy_of_the_program / path
    file.write_text(f"{file.read_text('utf-8')}{line}\n", "utf-8")
    assert fingerprint(copy_of_the_program) != rules_fingerprint()


def test_the_report_names_the_fingerprint() -> None:
    """The provenance of a comparison has the fingerprint of the rules."""
    assert compare_texts("The pond.", "The pond.", use_model=False).provenance.rules == rules_fingerprint()


@pytest.mark.parametrize(
    ("longer", "shorter", "is_denial"),
    [
        ("unreasonable", "reasonable", True),
        ("disagreed", "agreed", True),
        ("irregular", "regular", True),
        ("informal", "formal", True),
        ("unfit", "fit", True),
        ("non-executive", "executive", True),
        ("informed", "formed", False),
        ("income", "come", False),
        ("disclosed", "closed", False),
        ("immigrants", "migrants", False),
        ("until", "til", False),
        ("unit", "it", False),
        ("inthe", "the", False),
        ("import", "port", False),
        ("improve", "prove", False),
        ("district", "strict", False),
    ],
)
def test_denying_prefixes(longer: str, shorter: str, is_denial: bool) -> None:  # noqa: FBT001 (a table)
    """A prefix denies only where the rest is the word denied: "unreasonable", but not "informed"."""
    assert word_lists_of(default_house_style()).is_negated(longer, shorter) is is_denial


@pytest.mark.parametrize(
    ("words", "draft", "final", "without", "rule_id"),
    [
        (
            'no_limit_after_up_to = ["strength"]',
            "The crew was brought up to strength.",
            "The crew was brought to strength.",
            "modality.changed",
            "wording.function",
        ),
        (
            'movement_words = ["dialled"]\nattendance_words = ["dialled in"]',
            "Mrs Pell dialled in from home.",
            "Mrs Pell spoke in from home.",
            "wording.content",
            "attendance.changed",
        ),
        (
            'comparatives = ["nearer"]',
            "The pit was no nearer than a mile.",
            "The pit was nearer than a mile.",
            "negation.changed",
            "wording.content",
        ),
    ],
)
def test_a_profile_adds_to_the_words_of_a_rule(
    tmp_path: Path, words: str, draft: str, final: str, without: str, rule_id: str
) -> None:
    """A word of the house is one of the rule's own words."""
    profile = tmp_path / "house.toml"
    profile.write_text(f"[words]\n{words}\n", "utf-8")
    assert named(compare_texts(draft, final, use_model=False)) == [without]
    assert named(compare_texts(draft, final, use_model=False, profile=profile)) == [rule_id]


@pytest.mark.parametrize(
    ("senses", "draft", "final", "without", "rule_id"),
    [
        (
            'opposed = ["greenfield | brownfield"]',
            "It was a greenfield site.",
            "It was a brownfield site.",
            "wording.content",
            "sense.opposed",
        ),
        (
            'same_sense = ["instead of | sooner than"]',
            "They chose a hedge instead of a wall.",
            "They chose a hedge sooner than a wall.",
            "wording.content",
            "wording.same-sense",
        ),
        (
            'limiting = ["merely"]',
            "The crew swept the path.",
            "The crew merely swept the path.",
            "wording.content",
            "sense.opposed",
        ),
    ],
)
def test_a_profile_adds_to_the_table_of_senses(
    tmp_path: Path, senses: str, draft: str, final: str, without: str, rule_id: str
) -> None:
    """What a house opposes, limits or takes for the same counts as the built-in pairs do."""
    profile = tmp_path / "house.toml"
    profile.write_text(f"[senses]\n{senses}\n", "utf-8")
    assert named(compare_texts(draft, final, use_model=False)) == [without]
    assert named(compare_texts(draft, final, use_model=False, profile=profile)) == [rule_id]


@pytest.mark.parametrize("mark", ["DRAFT", "UNADOPTED", "WORKING COPY"])
def test_a_line_that_marks_a_draft_is_judged_by_the_house_style(tmp_path: Path, mark: str) -> None:
    """A final that alone has the line is still marked as a draft, whichever word of the lists the line has."""
    profile = tmp_path / "house.toml"
    profile.write_text('[minutes]\nstatus_draft = ["Working copy"]\n[words]\ndraft_marks = ["working"]\n', "utf-8")
    minutes = "Minutes of the Pond Committee held on 3 May 2025\n\n4. Sheds\n\nThe shed was sold to a farmer."
    (finding,) = compare_texts(minutes, f"{mark}\n\n{minutes}", use_model=False, profile=profile).findings
    assert (finding.rule, finding.severity, finding.suspect) == ("status.draft-mark", Severity.MAJOR, Side.FINAL)


_COMMITTEE = "Minutes of the Pond Committee held on 3 May 2025"


@pytest.mark.parametrize(
    ("draft", "final", "severity", "words"),
    [
        (_COMMITTEE, f"{_COMMITTEE}, draft", Severity.MAJOR, "still marked as a draft"),
        (f"Adopted {_COMMITTEE}", _COMMITTEE, Severity.MAJOR, "lost the mark of approval"),
        (f"{_COMMITTEE} (draft)", _COMMITTEE, Severity.COSMETIC, "expected to differ"),
        (f"DRAFT\n\n{_COMMITTEE}", f"CONFIRMED\n\n{_COMMITTEE}", Severity.COSMETIC, "“CONFIRMED” in the final"),
        (
            "Minutes of the meeting, draft, held on 3 May 2025",
            "Minutes of the meeting, confirmed, held on 3 May 2025",
            Severity.COSMETIC,
            "“draft” in the draft, “confirmed” in the final",
        ),
        ("4. Minutes of May", "4. Draft minutes of May", Severity.MAJOR, "still marked as a draft"),
    ],
)
def test_a_status_is_judged_by_the_way_it_changes(
    draft: str, final: str, severity: Severity, words: str, *, use_model: bool
) -> None:
    """A final may lose the mark of a draft or gain one of approval; the reverse is major and the final is suspect."""
    body = "\n\nThe shed was sold to a farmer.\n\n5. Paths\n\nThe path was swept."
    (finding,) = compare_texts(draft + body, final + body, use_model=use_model).findings
    suspect = Side.FINAL if severity is Severity.MAJOR else None
    assert (finding.rule, finding.severity, finding.suspect) == ("status.draft-mark", severity, suspect)
    assert words in finding.reason


# Wordings that mislead rules which look at single words: draft, final, rules that must not claim them.
TRAPS = [
    ("No-one had waited long for a place.", "Nobody had waited long for a place.", {"negation.changed"}),
    ("Plot No. 7 was sold to a farmer.", "Plot no 7 was sold to a farmer.", {"negation.changed"}),
    ("The fair was held in May on the green.", "The fair was held in March on the green.", {"modality.changed"}),
    ("The old man's will was read out.", "The old man's letter was read out.", {"modality.changed"}),
    ("The band would march to the green.", "The band would walk to the green.", {"date.changed"}),
    ("Councillor Head spoke of the pond.", "Councillor Heard spoke of the pond.", {"slip.real-word"}),
    ("Councillor Browne spoke of the pond.", "Councillor Brown spoke of the pond.", {"slip.misspelling"}),
    ("In time the issue was resolved.", "In time the issue was settled.", {"decision.outcome"}),
    ("The rent was not only low but fair.", "The rent was low and also fair.", {"negation.changed"}),
    ("4. The draft budget of the hall", "4. The approved budget of the hall", {"status.draft-mark"}),
    ("It named three aims: (a) safety.", "It named three aims: 1) safety.", {"number.changed"}),
    ("The site was inspected by one warden.", "The site was inspected by a warden.", {"number.changed"}),
    ("Jobs\n\n- [ ]\n\nThe band left.", "Jobs\n\n- None.\n\nThe band left.", {"negation.changed"}),
    ("They asked whether to march or not.", "They asked whether to march.", {"negation.changed"}),
    ("Should we march or not? It was left open.", "Should we march? It was left open.", {"negation.changed"}),
    ("The scribe put a not on the door.", "The scribe put a note on the door.", {"negation.changed"}),
    (
        "# Band meeting agenda\n\n- Meeting date: 2026-03-13\n\n## Music\n\nThe band played.",
        "# Band meeting 2026-03-13\n\n## Music\n\nThe band played.",
        {"date.changed"},
    ),
]


@pytest.mark.parametrize(("draft", "final", "wrong"), TRAPS, ids=[draft[:24] for draft, *_ in TRAPS])
def test_misleading_words_are_not_claimed(draft: str, final: str, wrong: set[str], *, use_model: bool) -> None:
    """A month, a noun, a surname or a list's mark is not taken for a modal, a negation, a slip or a number."""
    for one, other in ((draft, final), (final, draft)):
        assert not wrong & set(named(compare_texts(one, other, use_model=use_model)))


# Changes that one rule, and no graver or milder one, should claim: draft, final, rule.
SHAPES = [
    ("The ballot was 4-2-1 in the end.", "The ballot was 4-3-1 in the end.", "vote.changed"),
    ("It was carried by 7 votes to 4.", "It was carried by 4 votes to 7.", "vote.changed"),
    ("It was carried with 1 abstention.", "It was carried with no abstention.", "vote.changed"),
    ("The walk was on Tuesday 14 June.", "The walk was on Wednesday 14 June.", "date.changed"),
    (
        "# Band meeting 2026-03-13\n\n## Music\n\nThe band played.",
        "# Band meeting 2026-03-20\n\n## Music\n\nThe band played.",
        "date.changed",
    ),
    ("The scribe is not on the door.", "The scribe is now on the door.", "negation.changed"),
    ("They asked to march or not march.", "They asked to march.", "negation.changed"),
    ("It cost two hundred pounds.", "It cost £200.", "form.same-value"),
    ("It closed at 21:22 that night.", "It closed at 9.22 pm that night.", "form.same-value"),
    ("It closed at 7.00 pm that night.", "It closed at 7.30pm that night.", "time.changed"),
    ("Mr J. R. Pell spoke of it.", "Mr J R Pell spoke of it.", "form.abbreviation"),
    ("Councillor J Brown spoke of it.", "Councillor M Brown spoke of it.", "name.person"),
    ("Stow Nurseries sent the bulbs.", "Stowe Nurseries sent the bulbs.", "name.person"),
    ("The wardens wrote to Penfold Ltd.", "The wardens wrote to Penrose Ltd.", "name.organisation"),
    ("It was refused to fill the pond.", "It was approved to fill the pond.", "decision.outcome"),
    (
        "The following were approved: the fence; the gate.",
        "The following were refused: the fence; the gate.",
        "decision.outcome",
    ),
    ("The Asistant Director spoke of it.", "The Assistant Director spoke of it.", "slip.misspelling"),
    ("Costs are set out in Appendix A.", "Costs are set out in Appendix B.", "reference.changed"),
    ("The Convener thanked all who came.", "The Vice-Convener thanked all who came.", "role.changed"),
    ("It was said that works will begin.", "It was said that works would begin.", "grammar.tense"),
    ("Bids must come no later than noon.", "Bids must come later than noon.", "modality.changed"),
    ("Nobody spoke for the plan.", "Everybody spoke for the plan.", "negation.changed"),
    ("The walkers felt safe at night.", "The walkers felt unsafe at night.", "negation.changed"),
    ("The gate to the north was shut.", "The gate to the south was shut.", "sense.opposed"),
    ("A system wide plan was shown.", "A system-wide plan was shown.", "punctuation.changed"),
    ("All wardens where again using the lane.", "All wardens were again using the lane.", "slip.real-word"),
    ("The dinghy was toed to the pier.", "The dinghy was towed to the pier.", "slip.real-word"),
    ("It is looked at every two years.", "It is looked at every year.", "number.changed"),
    ("It was proposed Mr Crisp, seconded Miss Bunn.", "It was proposed Mr Crisp, seconded Miss Pell.", "vote.changed"),
    ("Present: Ines Varga, Clerk; Rhona Pell.", "Present: Ines Varga, Interim Clerk; Rhona Pell.", "role.changed"),
    ("Ines Varga and Rhona Pell were to sweep.", "~~Ines Varga~~ and Rhona Pell were to sweep.", "typography.markup"),
    ("A tenant shold sweep the path.", "A tenant should sweep the path.", "slip.misspelling"),
    ("The tea was made o f nettles.", "The tea was made of nettles.", "slip.misspelling"),
    ("It was open 3pm-4pm that day.", "It was open 2pm-3pm that day.", "time.changed"),
    ("Write to ivarga@a.example now.", "Write to varga@a.example now.", "reference.changed"),
    ("See [the plan](papers/May plan.md) of it.", "See [the plan](papers/June plan.md) of it.", "reference.changed"),
    ("The leak was discover3ed by the crew.", "The leak was discovered by the crew.", "slip.misspelling"),
    ("He recieved it. She recieved it too.", "He received it. She received it too.", "slip.misspelling"),
    ("Ines Vargo (clerk)", "Ines Varga (clerk)", "name.person"),
    ("The old artefacts were shown.", "The old artifacts were shown.", "form.abbreviation"),
    ("See [the plan](plans/7.md) of it.", "See [the plan](plans/10/9.md) of it.", "reference.changed"),
    ("See [the plan]() of it.", "See [the plan](https://a.example/7) of it.", "reference.changed"),
    ("See https://a.example/not-7 for it.", "See https://a.example/8 for it.", "reference.changed"),
    ("## Members present\n\n- [ ] Ines Varga\n", "## Members present\n\n- [x] Ines Varga\n", "attendance.changed"),
    ("## Tasks\n\n- [ ] Sweep the path\n", "## Tasks\n\n- [x] Sweep the path\n", "wording.content"),
    ("## Boiler\n\nIt broke.\n\n<br>\n\nIt froze.", "## Boiler\n\nIt broke.\n\nIt froze.", "typography.markup"),
    (
        "Mrs Pell feared for the pond, which was thick with weed and hardly ever seen to by anyone at all.",
        "Mrs Pell feared for the pond, as nobody had ever cleared mud, rubbish, leaves or dead branches out.",
        "wording.content",
    ),
    (
        "The pond was thought a good place for the new bench.",
        "The pond was thought a good place for the new bench as walkers on the upper path can look down on it.",
        "wording.content",
    ),
]


@pytest.mark.parametrize(("draft", "final", "rule_id"), SHAPES, ids=[draft[:24] for draft, *_ in SHAPES])
def test_one_rule_claims_the_change(draft: str, final: str, rule_id: str, *, use_model: bool) -> None:
    """In full order, either way round, a change gets the name that a clerk would give it."""
    for one, other in ((draft, final), (final, draft)):
        assert {finding.rule for finding in compare_texts(one, other, use_model=use_model).findings} == {rule_id}


@pytest.mark.parametrize(
    ("draft", "final", "rule_id"),
    [
        ("The wardens met at Harrop for the walk.", "The wardens met at Marrop for the walk.", "name.place"),
        ("The wardens swept Harrop lane by night.", "The wardens swept Marrop lane by night.", "name.place"),
        ("They thanked the Harrop society for it.", "They thanked the Sarrop society for it.", "name.organisation"),
        ("They thanked prof Harrop for the tea.", "They thanked prof Sarrop for the tea.", "name.person"),
        ("Harrop: it was cold by the pond.", "Sarrop: it was cold by the pond.", "name.person"),
        ("They thanked Residents for the tea.", "They thanked Visitors for the tea.", "wording.content"),
    ],
)
def test_capitals_and_neighbours_show_a_name_that_no_engine_knows(draft: str, final: str, rule_id: str) -> None:
    """Harrop is a place after "at", a body before "society", a person after "prof"; Residents are no name."""
    for one, other in ((draft, final), (final, draft)):
        assert [finding.rule for finding in compare_texts(one, other, use_model=False).findings] == [rule_id]


@pytest.mark.parametrize(
    ("draft", "final", "words"),
    [
        ("It cost £14,000 to heat.", "It cost £140,000 to heat.", "ten times as much"),
        ("It was not fit for use by the crew.", "It was fit for use by the crew.", "“not” stands in the draft only"),
        (
            "They left on 14 June for the coast.",
            "They left on 14 June 2022 for the coast.",
            "the year stands in the final only",
        ),
        ("The crew dug the ditch.", "The crew dug the long ditch.", "“long” stands in the final only"),
        ("The **crew** dug the __deep__ ditch.", "The **crew** dug the ditch.", "“deep” stands in the draft only"),
        (
            "## Present\n\n- [ ] Ines Varga\n",
            "## Present\n\n- [x] Ines Varga\n",
            "“Ines Varga” is ticked as present in",
        ),
        (
            "See [the plan](https://ashcombe.example/pages/plans/2024/7.md) of it.",
            "See [the plan](https://ashcombe.example/pages/plans/2025/7.md) of it.",
            "leads elsewhere: “…/2024/7.md” in the draft, “…/2025/7.md” in the final",
        ),
        ("All wardens where again using it.", "All wardens were again using it.", "with “where” the words"),
        (
            "The wardens said that the lower pond had been cleared of weed, mud and leaves in March.",
            "The wardens said that nobody had yet cleared weed, rubbish or anything from it.",
            "The passage is worded anew, and “nobody” stands in the final only",
        ),
    ],
)
def test_reasons_are_sentences_with_the_words(draft: str, final: str, words: str) -> None:
    """A reason quotes the words of both sides in one sentence, and never claims that anything was corrected."""
    (finding,) = compare_texts(draft, final, use_model=False).findings
    assert words in finding.reason
    assert finding.reason.endswith(".")
    assert "correct" not in finding.reason


def test_long_words_are_shortened_in_reasons() -> None:
    """A reason stays a sentence however long the passage is."""
    added = " ".join(
        f"They counted {bird} twice over." for bird in ("rooks", "larks", "wrens", "swans", "crows", "gulls")
    )
    findings = compare_texts("The walk began.", f"The walk began. {added}", use_model=False).findings
    assert all(len(finding.reason) < 200 for finding in findings)
    assert any("…" in finding.reason for finding in findings)


_GRAVE = (Severity.CRITICAL, Severity.MAJOR)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The grant was paid.", "The grant is to be paid."),
        ("The owner has paid the bill.", "The owner has to pay the bill."),
        ("The bill has been paid.", "The bill is being paid."),
        ("Accounts approved.", "Accounts to be approved."),
        ("The gift was sent by the club.", "The gift was sent for the club."),
        ("The barn was purchased by the club.", "The barn was purchased from the club."),
        ("The scheme goes on if they agree.", "The scheme goes on as they agree."),
        ("Some owners came.", "The owners came."),
        ("The claim was struck out.", "The claim was struck."),
        ("The owner is paying the bill.", "The owner is paid the bill."),
        ("Mr Orrin was thanked by Mrs Pell.", "Mr Orrin thanked Mrs Pell."),
        ("They waited until dusk.", "They waited as dusk."),
    ],
)
def test_a_small_word_that_says_who_when_or_whether_it_was_done_is_never_minor(draft: str, final: str) -> None:
    """Who paid, whether it is done, how many came: a preposition, a quantifier or "to be" may say it."""
    for one, other in ((draft, final), (final, draft)):
        found = compare_texts(f"1. Paths\n\n{one}\n", f"1. Paths\n\n{other}\n", use_model=False).findings
        assert any(finding.severity in _GRAVE for finding in found), found


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The clerk said that the pond was deep.", "The clerk said the pond was deep."),
        ("The letter from the school was long.", "The letter by the school was long."),
        ("The crew met on the green.", "The crew met at the green."),
        ("They came while it rained.", "They came when it rained."),
        ("The budget of the year was long.", "The budget for the year was long."),
        ("They also met at the hall.", "They met at the hall."),
        ("The crew met with the owner.", "The crew met the owner."),
        ("The hall was heated by an oil stove.", "The hall was heated with an oil stove."),
        ("The crew had read through the lease.", "The crew had read the lease."),
        ("The club and its members met.", "The club and their members met."),
    ],
)
def test_a_small_word_that_leaves_the_sense_is_minor(draft: str, final: str) -> None:
    """An article, "that", "at" for "on" or another auxiliary of one tense says the same."""
    for one, other in ((draft, final), (final, draft)):
        found = compare_texts(f"1. Paths\n\n{one}\n", f"1. Paths\n\n{other}\n", use_model=False).findings
        assert not any(finding.severity in _GRAVE for finding in found), found
