"""Privacy impact assessments of a city."""
