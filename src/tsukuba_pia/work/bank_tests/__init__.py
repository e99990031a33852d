"""Holds a bank to its scenarios: what comes of them, what they reach, and whether they would notice a change."""
