"""How long things take: modules `bench_*.py`, each with `measure() -> tuple[Figure, ...]`."""
