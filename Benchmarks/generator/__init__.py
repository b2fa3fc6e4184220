"""Corpora of any size with known truth: every document follows from (seed, number) alone."""
