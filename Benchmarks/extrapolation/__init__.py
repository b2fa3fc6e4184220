"""Corpora that are larger than any machine, on paper."""
