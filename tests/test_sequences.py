"""The matcher under alignment and diff."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from compare.text.common_subsequence import heaviest_chain, match_in_order

_LETTERS = st.lists(st.sampled_from("abcd"), max_size=14)


def _longest_common(draft: list[str], final: list[str]) -> int:
    """Computes the same slowly and obviously right: the table of the textbook."""
    table = [[0] * (len(final) + 1) for _ in range(len(draft) + 1)]
    for i, left in enumerate(draft):
        for j, right in enumerate(final):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def _is_in_order(matches: list[tuple[int, int]]) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in pairwise(matches))


@given(_LETTERS, _LETTERS)
def test_small_sequences_get_a_longest_match(draft: list[str], final: list[str]) -> None:
    """Below the bound the matches are equal elements, in order, and as many as possible."""
    matches = match_in_order(draft, final)
    assert all(draft[i] == final[j] for i, j in matches)
    assert _is_in_order(matches)
    assert len(matches) == _longest_common(draft, final)


@given(_LETTERS, _LETTERS)
def test_over_the_bound_matches_stay_right(draft: list[str], final: list[str]) -> None:
    """Over the bound there may be fewer matches, never wrong or crossing ones."""
    matches = match_in_order(draft, final, max_cells=4)
    assert all(draft[i] == final[j] for i, j in matches)
    assert _is_in_order(matches)


def test_unique_elements_divide_what_is_too_large() -> None:
    """A few edits in a long sequence are found exactly although the whole is over the bound."""
    draft = [f"word {place}" for place in range(2_000)]
    final = [word for place, word in enumerate(draft) if place % 500 != 250]
    assert len(match_in_order(draft, final, max_cells=10_000)) == len(final)


def test_ten_thousand_equal_elements_are_matched_in_linear_time() -> None:
    """Identical elements without any unique one do not call the quadratic matcher over the bound."""
    matches = match_in_order(["same"] * 10_000 + ["a", "b"], ["other"] + ["same"] * 9_990, max_cells=1_000)
    assert len(matches) == 9_990


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 5)), max_size=7, unique_by=lambda link: link[:2]
    )
)
def test_the_heaviest_chain_is_the_heaviest(links: list[tuple[int, int, int]]) -> None:
    """No increasing choice of links weighs more than the chain found."""
    found = [links[place] for place in heaviest_chain([(i, j, float(w)) for i, j, w in links])]
    assert _is_in_order([link[:2] for link in found])

    def best(low: int, left: int) -> int:
        return max((w + best(i, j) for i, j, w in links if i > low and j > left), default=0)

    assert sum(link[2] for link in found) == best(-1, -1)
