"""What the benchmarks have in common: processes, corpora, results."""
