"""Figures seen from above: drills on a field, set-ups and tests. Distances are not to scale."""

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
            people=(Seen(20, 128, -90), Seen(120, 64, -90)),
        ),
    ),
    Figure(
        "retro-mile",
        ground=Ground(
            lines=(
                ((50, 8), (130, 8)),
                ((50, 80), (130, 80)),
                ((50, 30), (130, 30)),
                ((50, 58), (130, 58)),
                ((90, 58), (90, 80)),
            ),
            curves=(
                ((130, 8), (148.4, 12.9), (161.2, 26), (166, 44), (161.2, 62), (148.4, 75.1), (130, 80)),
                ((50, 8), (31.6, 12.9), (18.8, 26), (14, 44), (18.8, 62), (31.6, 75.1), (50, 80)),
                ((130, 30), (137.2, 31.9), (142.1, 37), (144, 44), (142.1, 51), (137.2, 56.1), (130, 58)),
                ((50, 30), (42.8, 31.9), (37.9, 37), (36, 44), (37.9, 51), (42.8, 56.1), (50, 58)),
            ),
            tracks=(
                Track("backward", ((112, 69), (130, 69))),
                Track(
                    "backward",
                    (
                        (142, 66),
                        (151.6, 56.5),
                        (155, 44),
                        (151.6, 31.5),
                        (142.5, 22.3),
                        (130, 19),
                        (90, 19),
                        (50, 19),
                        (37.5, 22.3),
                        (28.4, 31.5),
                        (25, 44),
                        (28.4, 56.5),
                        (37.5, 65.7),
                        (50, 69),
                        (82, 69),
                    ),
                    bent=True,
                ),
            ),
            people=(Seen(100, 69, 180),),
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
                Track("forward", ((166, 36), (38, 36))),
                Track("turning", ((34, 36), (29, 38), (27, 43), (29, 48), (34, 50)), bent=True, head=False),
                Track("forward", ((40, 50), (160, 50))),
            ),
            cones=((84, 20), (84, 68), (24, 14), (24, 74)),
            people=(Seen(182, 42, 180),),
        ),
    ),
    Figure(
        "test-hop",
        ground=Ground(
            lines=(((40, 18), (40, 66)), ((128, 30), (128, 54))),
            tracks=(Track("forward", ((52, 42), (120, 42))),),
            people=(Seen(28, 42, 0), Seen(128, 84, -90, partner=True)),
        ),
    ),
    Figure(
        "test-pace",
        ground=Ground(
            tracks=(
                Track(
                    "forward",
                    ((80, 20), (46, 20), (24, 30), (16, 48), (24, 66), (46, 76), (114, 76), (136, 66), (144, 48)),
                    bent=True,
                    head=False,
                ),
                Track("forward", ((144, 48), (136, 30), (114, 20), (92, 20)), bent=True),
            ),
            cones=((46, 48), (114, 48)),
            people=(Seen(80, 76, 0),),
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
