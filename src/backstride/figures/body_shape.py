"""The outline of a body and the lines that part it into regions, as tables.

One half only: x from the middle line outward, y down, in units of which a view is 180 wide and 408 tall. The other half
is its mirror. All lines are smooth through their points (Catmull-Rom), so that neighbours share their border exactly.
"""

from collections.abc import Mapping

from backstride.figures.shapes import Point

# From the crown over the arm and the outer leg to the crotch. Named points are where borders begin.
OUTLINE: tuple[tuple[str, float, float], ...] = (
    ("crown", 0, 8),
    ("", 9.5, 10),
    ("", 16, 18),
    ("", 18, 31),
    ("", 17, 42),
    ("", 14.6, 51.5),
    ("jaw", 10, 59),
    ("", 9.4, 68),
    ("trap", 12, 77),
    ("", 22, 84),
    ("", 36, 89),
    ("", 46, 95),
    ("", 53, 106),
    ("delt", 56, 124.5),
    ("elbow-top-out", 58.2, 142.7),
    ("", 61.2, 161),
    ("elbow-low-out", 64.8, 180),
    ("wrist-top-out", 67, 197),
    ("", 69, 213),
    ("wrist-low-out", 72.5, 229),
    ("", 74, 242),
    ("", 71, 252),
    ("", 66, 249.5),
    ("", 63.8, 241),
    ("", 60.6, 245),
    ("", 57.8, 241),
    ("wrist-low-in", 59.2, 230),
    ("", 59.6, 215),
    ("wrist-top-in", 55.2, 199),
    ("elbow-low-in", 50.8, 182),
    ("", 47.2, 163),
    ("elbow-top-in", 43.6, 145.3),
    ("arm-in", 39.4, 128),
    ("armpit", 35.4, 121),
    ("rib", 33.5, 136),
    ("", 30, 150),
    ("waist", 28.5, 162),
    ("iliac", 31, 177),
    ("", 35, 192),
    ("hip-low", 37, 210),
    ("", 36.5, 228),
    ("", 33.5, 250),
    ("knee-top-out", 28.6, 272),
    ("", 26.6, 287),
    ("knee-low-out", 26.6, 302),
    ("", 28, 316),
    ("shin-low-out", 24, 340),
    ("", 19.4, 358),
    ("ankle-out", 19, 370),
    ("", 22, 382),
    ("", 25, 392),
    ("", 21, 398.5),
    ("", 13, 399.5),
    ("", 7.5, 397),
    ("", 7, 385),
    ("ankle-in", 8.6, 370),
    ("", 9, 356),
    ("shin-low-in", 8, 340),
    ("", 5.5, 322),
    ("knee-low-in", 6.6, 302),
    ("", 7, 287),
    ("knee-top-in", 6, 272),
    ("", 3.8, 250),
    ("", 2, 228),
    ("crotch", 0, 214),
)

BORDERS: Mapping[str, tuple[Point, ...]] = {
    "head-neck": ((10, 59), (6, 63.6), (0, 65.4)),
    "neck-trunk": ((12, 77), (8.5, 88), (0, 94)),
    "shoulder-trunk": ((12, 77), (21, 92), (28.5, 106), (35.4, 121)),
    "shoulder-arm": ((56, 124.5), (47.5, 129.5), (39.4, 128)),
    "elbow-top": ((58.2, 142.7), (51, 146.5), (43.6, 145.3)),
    "elbow-low": ((64.8, 180), (57.5, 183.5), (50.8, 182)),
    "wrist-top": ((67, 197), (61, 200), (55.2, 199)),
    "wrist-low": ((72.5, 229), (66.5, 232), (59.2, 230)),
    "chest-belly": ((33.5, 136), (17, 142), (0, 139)),
    "belly-hip": ((28.5, 162), (23, 174), (16, 186)),
    "belly-groin": ((16, 186), (8, 188.5), (0, 188)),
    "hip-groin": ((16, 186), (18.6, 200), (19, 215)),
    "hip-thigh": ((37, 210), (28, 213.5), (19, 215)),
    "groin-thigh": ((19, 215), (9, 216.5), (0, 214)),
    "knee-top": ((28.6, 272), (17.5, 268.5), (6, 272)),
    "knee-low": ((26.6, 302), (16.5, 306), (6.6, 302)),
    "shin-low": ((24, 340), (16, 342), (8, 340)),
    "ankle-low": ((19, 370), (14, 372), (8.6, 370)),
    "ribs-loin": ((33.5, 136), (17, 141), (0, 143)),
    "loin-buttock": ((31, 177), (16, 179), (0, 185)),
    "gluteal-fold": ((37, 210), (20, 219), (0, 214)),
}

Step = str  # "a>b": the outline from a to b; "name": a border from its first point; "-name": from its last

# Of regions on both sides: once around. Of regions in the middle: from the middle line to the middle line.
SIDED: Mapping[str, Mapping[str, tuple[Step, ...]]] = {
    "front": {
        "shoulder": ("trap>delt", "shoulder-arm", "arm-in>armpit", "-shoulder-trunk"),
        "elbow": ("elbow-top-out>elbow-low-out", "elbow-low", "elbow-low-in>elbow-top-in", "-elbow-top"),
        "wrist": ("wrist-top-out>wrist-low-out", "wrist-low", "wrist-low-in>wrist-top-in", "-wrist-top"),
        "hip": ("waist>hip-low", "hip-thigh", "-hip-groin", "-belly-hip"),
        "groin": ("hip-groin", "groin-thigh", "-belly-groin"),
        "front of the thigh": (
            "hip-low>knee-top-out",
            "knee-top",
            "knee-top-in>crotch",
            "-groin-thigh",
            "-hip-thigh",
        ),
        "knee": ("knee-top-out>knee-low-out", "knee-low", "knee-low-in>knee-top-in", "-knee-top"),
        "shin": ("knee-low-out>shin-low-out", "shin-low", "shin-low-in>knee-low-in", "-knee-low"),
        "ankle": ("shin-low-out>ankle-out", "ankle-low", "ankle-in>shin-low-in", "-shin-low"),
        "forefoot": ("ankle-out>ankle-in", "-ankle-low"),
    },
    "back": {
        "shoulder": ("trap>delt", "shoulder-arm", "arm-in>armpit", "-shoulder-trunk"),
        "elbow": ("elbow-top-out>elbow-low-out", "elbow-low", "elbow-low-in>elbow-top-in", "-elbow-top"),
        "wrist": ("wrist-top-out>wrist-low-out", "wrist-low", "wrist-low-in>wrist-top-in", "-wrist-top"),
        "buttock": ("iliac>hip-low", "gluteal-fold", "-loin-buttock"),
        "back of the thigh": ("hip-low>knee-top-out", "knee-top", "knee-top-in>crotch", "-gluteal-fold"),
        "knee": ("knee-top-out>knee-low-out", "knee-low", "knee-low-in>knee-top-in", "-knee-top"),
        "calf": ("knee-low-out>shin-low-out", "shin-low", "shin-low-in>knee-low-in", "-knee-low"),
        "Achilles tendon": ("shin-low-out>ankle-out", "ankle-low", "ankle-in>shin-low-in", "-shin-low"),
        "heel": ("ankle-out>ankle-in", "-ankle-low"),
    },
}
MIDDLE: Mapping[str, Mapping[str, tuple[Step, ...]]] = {
    "front": {
        "head": ("crown>jaw", "head-neck"),
        "neck": ("-head-neck", "jaw>trap", "neck-trunk"),
        "chest": ("-neck-trunk", "shoulder-trunk", "armpit>rib", "chest-belly"),
        "belly": ("-chest-belly", "rib>waist", "belly-hip", "belly-groin"),
    },
    "back": {
        "head": ("crown>jaw", "head-neck"),
        "neck": ("-head-neck", "jaw>trap", "neck-trunk"),
        "upper back": ("-neck-trunk", "shoulder-trunk", "armpit>rib", "ribs-loin"),
        "lower back": ("-ribs-loin", "rib>iliac", "loin-buttock"),
    },
}

DELTOID: tuple[Point, ...] = ((33, 91), (45, 97), (52, 108), (54.4, 122), (47, 126), (40.4, 120), (37, 106))

# view, muscle, group it belongs to, points around it
MUSCLES: tuple[tuple[str, str, str, tuple[Point, ...]], ...] = (
    ("front", "rectus-femoris", "quadriceps", ((20, 220), (25, 234), (24, 254), (18.5, 267), (15, 254), (15.5, 234))),
    (
        "front",
        "vastus-lateralis",
        "quadriceps",
        ((31, 219), (34.6, 234), (31.6, 252), (26, 267), (25.6, 252), (27, 234)),
    ),
    (
        "front",
        "vastus-medialis",
        "quadriceps",
        ((12.6, 240), (14, 254), (16.4, 266), (10.6, 268), (7.4, 258), (9, 248)),
    ),
    ("front", "adductors", "adductors", ((6, 220), (14, 221), (13.4, 234), (9, 246), (5, 246), (3.4, 232))),
    ("front", "hip-flexors", "hip-flexors", ((13, 185), (17, 194), (21, 211), (14, 213), (8, 200))),
    ("front", "tensor-fasciae-latae", "abductors", ((28, 181), (33.4, 196), (35, 210), (29.4, 211), (24.6, 196))),
    ("front", "abdominals", "abdominals", ((1, 141), (11, 143), (11.6, 160), (9.6, 176), (4, 186), (1, 186))),
    ("front", "obliques", "obliques", ((14.6, 145), (30, 141), (27.6, 154), (26.4, 165), (17, 180), (14, 164))),
    ("front", "deltoid", "shoulders", DELTOID),
    ("front", "sternocleidomastoid", "neck", ((7.4, 64), (8, 71), (6, 83), (2.4, 88), (3, 78))),
    ("front", "tibialis-anterior", "shins", ((18, 308), (24, 318), (21.4, 334), (16.4, 352), (14, 334), (14.4, 318))),
    ("front", "foot-front", "feet", ((14, 375), (19.4, 382), (22, 391), (15, 396), (10, 392), (10.4, 381))),
    ("back", "neck-extensors", "neck", ((1, 66), (7.4, 66), (8.4, 76), (6, 86), (1, 90))),
    ("back", "deltoid-back", "shoulders", DELTOID),
    ("back", "erector-spinae", "back", ((1.2, 98), (8, 100), (11, 128), (9.4, 156), (8.4, 176), (1.2, 181))),
    ("back", "gluteus-medius", "abductors", ((19, 180.6), (29.4, 180), (33.4, 192), (35, 204), (31, 198), (25, 189))),
    ("back", "gluteus-maximus", "glutes", ((2.4, 188), (14, 183), (23, 190), (31.6, 203), (25, 213), (5, 213))),
    ("back", "biceps-femoris", "hamstrings", ((20, 221), (31, 218), (32.6, 238), (27, 264), (21.4, 266), (19.4, 242))),
    ("back", "semitendinosus", "hamstrings", ((5, 221), (17, 222), (17, 242), (15, 264), (9, 268), (5.6, 246))),
    (
        "back",
        "gastrocnemius-lateral",
        "calves",
        ((17.2, 301), (23.6, 303), (26.4, 315), (24, 327), (19.6, 335), (17.2, 327)),
    ),
    ("back", "gastrocnemius-medial", "calves", ((9, 303), (15.6, 301), (15.6, 327), (13.2, 335), (8.8, 328), (7, 316))),
    (
        "back",
        "soleus",
        "calves",
        ((10, 337), (13.4, 340), (16.6, 336), (20, 339), (22.6, 336), (19, 352), (14.6, 363), (11, 352)),
    ),
)
