"""Renders a `Comparison` as bytes for a reader. Reports compare, sort and judge nothing.

`compare.report.registry` lists the reports; each is one file `to_….py`, loaded when it is asked for.
"""
