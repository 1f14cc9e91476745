from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from annotated import load

FOLDER = Path(__file__).parent / "annotated"
DATA = Path(os.environ["MINUTES_DATA"]) if "MINUTES_DATA" in os.environ else None

# Fewest spans in the test part, `pairs.jsonl` included: of LAW and VOTE so few that a score says little.
FEWEST_IN_TEST = {
    "PERSON": 300,
    "ORG": 110,
    "LOC": 60,
    "DATE": 65,
    "TIME": 24,
    "MONEY": 34,
    "PERCENT": 19,
    "QUANTITY": 35,
    "ROLE": 90,
    "BODY": 25,
    "LAW": 13,
    "REFERENCE": 45,
    "VOTE": 13,
}
FEWEST_PARAGRAPHS = {"own.jsonl": 120, "uk.jsonl": 100, "pairs.jsonl": 60}

FILES = (*load.INLINE, load.STANDOFF)
RECORDS: dict[str, list[dict[str, Any]]] = {name: load.records(FOLDER / name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_records_are_whole(name: str) -> None:
    """Each has an id of its own and a part; all paragraphs of a document are in the same part."""
    records = RECORDS[name]
    assert len(records) >= FEWEST_PARAGRAPHS[name]
    assert len({record["id"] for record in records}) == len(records)
    parts = {(record["document"], record["part"]) for record in records}
    assert {part for _, part in parts} == {"dev", "test"}
    assert len({document for document, _ in parts}) == len(parts)


@pytest.mark.parametrize("name", FILES)
def test_spans_are_in_order_and_apart(name: str) -> None:
    """Spans have known labels, lie inside their paragraph, and none begins before the one before it ends."""
    for record in RECORDS[name]:
        length = len(record["text"]) if "text" in record else record["end"] - record["start"]
        ends = [0]
        for start, end, label in record["entities"]:
            assert label in load.LABELS, record["id"]
            assert ends[-1] <= start < end <= length, record["id"]
            ends.append(end)


@pytest.mark.parametrize("part", ["dev", "test"])
def test_spans_are_trimmed(part: load.Part) -> None:
    """No span begins or ends with a space or begins with the article; with the data folder, those of pairs as well."""
    for paragraph in load.paragraphs(part, DATA):
        for entity in paragraph.entities:
            words = paragraph.text[entity.start : entity.end]
            assert words == words.strip(), (paragraph.id, words)
            assert not words.lower().startswith("the "), (paragraph.id, words)
            assert not words.endswith(("'s", "’s")) or re.search(r"[bB]rechin’s$", words), (paragraph.id, words)


def test_no_word_is_cut() -> None:
    """A span starts and ends where words do."""
    for name in load.INLINE:
        for record in RECORDS[name]:
            text = record["text"]
            for start, end, _ in record["entities"]:
                around = (text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1])
                assert not any(re.fullmatch(r"\w\w", pair) for pair in around), (record["id"], text[start:end])


def _counted(part: str) -> Counter[str]:
    return Counter(
        label
        for records in RECORDS.values()
        for record in records
        if record["part"] == part
        for *_, label in record["entities"]
    )


def test_enough_of_each_label_to_measure() -> None:
    """The test part holds at least as many spans of each label as stated above."""
    counts = _counted("test")
    assert {label: counts[label] for label in FEWEST_IN_TEST if counts[label] < FEWEST_IN_TEST[label]} == {}
    assert set(FEWEST_IN_TEST) == set(load.LABELS)


def test_readme_counts_what_is_there() -> None:
    """The README's table gives the number of spans of each label in either part."""
    rows = re.findall(r"(?m)^\| ([A-Z]+) \| (\d+) \| (\d+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    dev, test = _counted("dev"), _counted("test")
    assert rows == [(label, str(dev[label]), str(test[label])) for label in load.LABELS]


def test_texts_of_the_pairs_are_not_kept() -> None:
    """A standoff record names a place and a digest; the words stay in the data folder."""
    kept = {"id", "document", "part", "side", "start", "end", "sha256", "entities"}
    assert {key for record in RECORDS[load.STANDOFF] for key in record} == kept


def test_without_data_the_pairs_are_left_out() -> None:
    """Measuring works on a checkout alone: with no data folder only the texts kept here are given."""
    ids = {paragraph.id for part in ("dev", "test") for paragraph in load.paragraphs(part, None)}
    assert ids == {record["id"] for name in load.INLINE for record in RECORDS[name]}


def _standoff(pairs: Path, text: str) -> dict[str, Any]:
    (pairs / "somewhere+minutes" / "001").mkdir(parents=True)
    (pairs / "somewhere+minutes" / "001" / "after.md").write_bytes(text.encode())
    digest = hashlib.sha256(b"Zo\xc3\xab moved it.").hexdigest()
    return {"document": "somewhere+minutes/001", "side": "after", "start": 7, "end": 20, "sha256": digest}


def test_a_paragraph_is_found_again(tmp_path: Path) -> None:
    """Offsets count code points of the file as it is, carriage returns included."""
    assert load.resolved(_standoff(tmp_path, "Héad\r\n\nZoë moved it.\n"), tmp_path) == "Zoë moved it."


def test_a_changed_paragraph_is_refused(tmp_path: Path) -> None:
    """Marks are never laid on words they were not made for."""
    record = _standoff(tmp_path, "Héad\r\n\nZoé moved it.\n")
    with pytest.raises(ValueError, match="are not those that were marked"):
        load.resolved(record, tmp_path)
