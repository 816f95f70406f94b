"""Figures seen from above: drills on a field, set-ups and tests. Percent of no length: distances are not to scale."""

from backstride.figures.ground import Ground, Seen, Track, Wedge
from backstride.figures.scene import Figure

ABOVE: tuple[Figure, ...] = (
    Figure(
        "backpedal-cones",
        ground=Ground(
            tracks=(
                Track("backward", ((150, 42), (128, 34), (104, 50), (80, 34), (56, 50), (32, 34), (14, 42)), bent=True),
            ),
            cones=((128, 46), (104, 38), (80, 46), (56, 38), (32, 46)),
            people=(Seen(166, 42, 0),),
        ),
    ),
    Figure(
        "t-drill",
        ground=Ground(
            tracks=(
                Track("forward", ((76, 112), (76, 32))),
                Track("sideways", ((70, 25), (18, 25))),
                Track("sideways", ((18, 15), (142, 15))),
                Track("sideways", ((142, 25), (90, 25))),
                Track("backward", ((86, 32), (86, 112))),
            ),
            cones=((81, 120), (81, 24), (10, 20), (150, 20)),
            people=(Seen(81, 136, -90),),
        ),
    ),
    Figure(
        "figure-eight",
        ground=Ground(
            tracks=(
                Track(
                    "backward",
                    ((80, 40), (64, 56), (46, 62), (26, 54), (20, 40), (26, 26), (46, 18), (64, 24), (80, 40)),
                    bent=True,
                    head=False,
                ),
                Track(
                    "backward",
                    ((80, 40), (96, 56), (114, 62), (134, 54), (140, 40), (134, 26), (114, 18), (96, 25), (84, 36)),
                    bent=True,
                ),
            ),
            cones=((44, 40), (116, 40)),
            people=(Seen(20, 40, 90),),
        ),
    ),
    Figure(
        "square-run",
        ground=Ground(
            tracks=(
                Track("forward", ((20, 100), (20, 28))),
                Track("sideways", ((28, 20), (112, 20))),
                Track("backward", ((120, 28), (120, 100))),
                Track("sideways", ((112, 108), (28, 108))),
            ),
            cones=((20, 20), (120, 20), (120, 108), (20, 108)),
            people=(Seen(8, 118, -90), Seen(120, 64, -90)),
        ),
    ),
    Figure(
        "retro-mile",
        ground=Ground(
            lines=(
                (
                    (50, 8),
                    (130, 8),
                    (152, 20),
                    (160, 44),
                    (152, 68),
                    (130, 80),
                    (50, 80),
                    (28, 68),
                    (20, 44),
                    (28, 20),
                    (50, 8),
                ),
                (
                    (52, 28),
                    (128, 28),
                    (138, 34),
                    (142, 44),
                    (138, 54),
                    (128, 60),
                    (52, 60),
                    (42, 54),
                    (38, 44),
                    (42, 34),
                    (52, 28),
                ),
                ((90, 60), (90, 80)),
            ),
            tracks=(
                Track(
                    "backward",
                    (
                        (110, 70),
                        (130, 70),
                        (144, 62),
                        (151, 44),
                        (144, 26),
                        (130, 18),
                        (90, 18),
                        (50, 18),
                        (36, 26),
                        (29, 44),
                        (36, 62),
                        (50, 70),
                        (84, 70),
                    ),
                    bent=True,
                ),
            ),
            people=(Seen(100, 70, 180),),
        ),
    ),
    Figure(
        "straight",
        ground=Ground(
            lanes=(((4, 24), (196, 72)),),
            tracks=(Track("backward", ((128, 48), (22, 48))),),
            cones=((8, 24), (8, 72), (192, 24), (192, 72)),
            wedges=(Wedge(146, 48, 150), Wedge(146, 48, 210)),
            people=(Seen(146, 48, 0, look=-70), Seen(146, 86, 180, partner=True)),
        ),
    ),
    Figure(
        "test-3m-backward",
        ground=Ground(
            lanes=(((30, 22), (150, 66)),),
            lines=(((30, 18), (30, 70)), ((150, 18), (150, 70))),
            tracks=(Track("backward", ((136, 44), (36, 44))),),
            people=(Seen(154, 44, 0), Seen(92, 84, -90, partner=True)),
        ),
    ),
    Figure(
        "test-505",
        ground=Ground(
            lines=(((24, 18), (24, 70)), ((84, 24), (84, 64))),
            tracks=(
                Track("forward", ((166, 36), (34, 36))),
                Track("turning", ((32, 38), (26, 42), (32, 48)), bent=True, head=False),
                Track("forward", ((34, 50), (160, 50))),
            ),
            cones=((84, 20), (84, 68), (24, 14), (24, 74)),
            people=(Seen(182, 42, 180),),
        ),
    ),
    Figure(
        "test-t",
        ground=Ground(
            tracks=(
                Track("forward", ((76, 112), (76, 32))),
                Track("sideways", ((70, 25), (18, 25))),
                Track("sideways", ((18, 15), (142, 15))),
                Track("sideways", ((142, 25), (90, 25))),
                Track("backward", ((86, 32), (86, 112))),
            ),
            cones=((81, 120), (81, 24), (10, 20), (150, 20)),
            lines=(((60, 122), (102, 122)),),
            people=(Seen(81, 136, -90),),
        ),
    ),
)
