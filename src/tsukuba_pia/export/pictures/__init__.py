"""Pictures of parts of a report as SVG 1.1: the values of the tables beside them, drawn and never worked out."""
