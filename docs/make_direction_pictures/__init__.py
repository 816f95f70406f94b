"""The pictures of docs/explain/direction.md, made by the simulated runner and the engine itself.

`PYTHONPATH=src .venv/bin/python -m docs.make_direction_pictures` makes all of them anew; `--people 20` is quicker.
The same engine gives the same pictures.

svg draws, palette knows the product's colours; strides, crowd and sessions find what is shown; pictures and
timelines lay it out; table lists them.
"""
