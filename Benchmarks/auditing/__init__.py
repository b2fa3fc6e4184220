"""The benchmark of a whole audit."""
