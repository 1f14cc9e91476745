"""One denial in two forms of words.

"had not identified any fault", "had identified no fault"     "not … any" is "no"
"was not happy", "was unhappy"                                "not" and a root, or the root with its prefix
"was unable to speak", "could not speak"                      the same want of power
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from compare.style.tenses import Tenses

# What "not" and the second make is the first. Source: Quirk et al., A Comprehensive Grammar (1985), 10.60.
_WITH_ANY = {
    "no": ("any", "a", "an"),
    "none": ("any",),
    "nothing": ("anything",),
    "nobody": ("anybody", "anyone"),
    "no-one": ("anyone", "anybody"),
    "nowhere": ("anywhere",),
    "never": ("ever",),
    "neither": ("either",),
}
_DO = frozenset(("do", "does", "did"))
_STEM = 4  # letters that two forms of one verb share: "receive", "received"


# What says that somebody had not the power: the words of each form. Source: Quirk et al., 4.52.
_NO_POWER = (
    (("could", "not"), ("couldn't",), ("was", "unable", "to"), ("were", "unable", "to")),
    (("can", "not"), ("cannot",), ("can't",), ("is", "unable", "to"), ("are", "unable", "to"), ("am", "unable", "to")),
)


def is_same_denial(
    own: Sequence[str], other: Sequence[str], tenses: Tenses, is_negated: Callable[[str, str], bool] | None = None
) -> bool:
    """Whether the words of one side deny what those of the other deny, and no more differs. Cost: linear.

    `is_negated` says whether its first word is its second with a denying prefix: "unhappy", "happy"; without it
    no such pair is known.
    """
    if is_negated and (_has_prefix_for_not(own, other, is_negated) or _has_prefix_for_not(other, own, is_negated)):
        return True
    words = tuple(sorted(own)), tuple(sorted(other))
    if any(all(side in map(_sorted, forms) for side in words) for forms in _NO_POWER):
        return True
    return _says_no(own, other, tenses) or _says_no(other, own, tenses)


def _sorted(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(words))


def _has_prefix_for_not(long: Sequence[str], short: Sequence[str], is_negated: Callable[[str, str], bool]) -> bool:
    """Whether `long` is "not happy" where `short` is "unhappy"."""
    if len(long) != 2 or len(short) != 1 or long[0] != "not":  # noqa: PLR2004
        return False
    return is_negated(short[0], long[1])


def _says_no(long: Sequence[str], short: Sequence[str], tenses: Tenses) -> bool:
    """Whether `long` has "not … any" where `short` has "no"."""
    left, right = Counter(long), Counter(short)
    left, right = left - right, right - left
    contracted = [key for key in left if key.endswith("n't")]
    for key in contracted:
        left[key.removesuffix("n't")] += left[key]
        left["not"] += left.pop(key)
    if left["not"] != 1:
        return False
    del left["not"]
    for word, forms in _WITH_ANY.items():
        found = next((form for form in forms if left[form] == 1), None)
        if right[word] == 1 and found:
            rest = [key for key in (left - Counter([found])).elements() if key not in _DO]
            return _are_forms(rest, [*(right - Counter([word])).elements()], tenses)
    return False


def _are_forms(rest: Sequence[str], others: Sequence[str], tenses: Tenses) -> bool:
    if not rest and not others:
        return True
    if len(rest) != 1 or len(others) != 1:
        return False
    return rest[0][:_STEM] == others[0][:_STEM] or tenses.step(rest, others) != 0
