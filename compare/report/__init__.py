"""A `Comparison` as bytes for a reader: nothing is compared, sorted or judged here.

Import the report that is wanted (`compare.report.to_json`, `compare.report.to_terminal`): one loads nothing of another.
"""
