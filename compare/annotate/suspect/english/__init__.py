"""A small model of English, trained on running prose: how well words fit where they stand.

    vocabulary   text → numbers
    network      how likely each word is among its neighbours on both sides, and after the two words before it
    evidence     the odds of two readings of one place, by both
    decision     which reading is wrong, how surely, or neither

Nothing here knows minutes, documents or findings: sentences in, odds out.
"""
