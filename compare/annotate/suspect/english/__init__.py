"""How well words fit where they stand: a small model of English, trained on running prose.

vocabulary   text → numbers
network      how likely each word is among all its neighbours, to the left and to the right
ngrams       how likely it is after the two before it
evidence     what both say of two readings of one place
decision     which reading is wrong, how surely, or neither
opening      the files, opened

Nothing here knows minutes, documents or findings: sentences in, odds out.
"""
