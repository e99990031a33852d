"""Where the parts of an assessment stand in its file, so that every file tells them in the same order."""

from collections.abc import Mapping

# What stands on one line may change places; `answers`, which most of a file is, may stand anywhere.
ORDER = """
assessment
format
language
title
organ banks
dates supersedes related
service
team
actors
data
data_complete
people_total
flows
linkage
groups_excluded
overrides
own_risks
own_safeguards
provision cooperation choices
consultations
opinions
conclusion
publication
incidents
complaints
review
withheld
"""
PLACES: Mapping[str, int] = {name: place for place, line in enumerate(ORDER.split("\n")) for name in line.split()}
