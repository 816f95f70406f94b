"""Judges `backstride.gait.analyse` on recordings of real people: `./run-benchmarks accuracy`."""
