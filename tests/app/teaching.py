"""Rules that learn, in the place of the real ones: what is asked of them is written down.

A recording that carries labels teaches one lesson a label, and one that was given lessons for its placement turns its
first unknown stretch into what they are about.
"""

from collections.abc import Sequence
from dataclasses import replace

from backstride.gait import RECIPE, Options
from backstride.recording import Analysis, Bout, Direction, Gait, Label, Lesson, Placement, Recording
from tests import made, reasons


def analyse(recording: Recording, labels: Sequence[Label], options: Options) -> Analysis:
    end = recording.duration_s
    worn = options.placement or recording.about.placement
    bouts = [Bout(0.0, end, Direction.UNKNOWN, Gait.RUN, 0.5)]
    if options.lessons:
        bouts = [Bout(0.0, end, options.lessons[0].direction, Gait.RUN, 0.9)]
    for label in labels:
        before = Bout(0.0, label.start_s, bouts[0].direction, Gait.RUN, 0.5)
        after = Bout(label.end_s, end, bouts[0].direction, Gait.RUN, 0.5)
        said = Bout(label.start_s, label.end_s, label.direction, Gait.RUN, 1.0)
        bouts = [one for one in (before, said, after) if one.start_s < one.end_s]
    where = Placement.POCKET if worn is Placement.UNKNOWN else worn
    lessons = tuple(Lesson(where, one.direction, Gait.RUN, one.end_s - one.start_s, (one.start_s,)) for one in labels)
    told = made.analysis(end, RECIPE)
    return replace(
        told, bouts=tuple(bouts), lessons=lessons, events=reasons.EVENTS, reasoning=reasons.reasoning(end, 0.5)
    )
