"""Tests of the benchmarks: what they measure with must be right. scripts/check-benchmarks runs them."""
