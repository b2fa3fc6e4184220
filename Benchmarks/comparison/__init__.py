"""The comparison with other programs: the same files, the same run, one score."""
