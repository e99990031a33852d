"""Tests: what an editor shows."""
