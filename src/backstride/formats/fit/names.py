"""Words for the numbers of FIT's closed lists. What is missing is shown as its number."""

SPORTS: dict[int, str] = {
    0: "generic", 1: "running", 2: "cycling", 3: "transition", 4: "fitness_equipment", 5: "swimming", 6: "basketball",
    7: "soccer", 8: "tennis", 9: "american_football", 10: "training", 11: "walking", 12: "cross_country_skiing",
    13: "alpine_skiing", 14: "snowboarding", 15: "rowing", 16: "mountaineering", 17: "hiking", 18: "multisport",
    19: "paddling", 20: "flying", 21: "e_biking", 22: "motorcycling", 23: "boating", 24: "driving", 25: "golf",
    26: "hang_gliding", 27: "horseback_riding", 28: "hunting", 29: "fishing", 30: "inline_skating", 31: "rock_climbing",
    32: "sailing", 33: "ice_skating", 34: "sky_diving", 35: "snowshoeing", 36: "snowmobiling",
    37: "stand_up_paddleboarding", 38: "surfing", 39: "wakeboarding", 40: "water_skiing", 41: "kayaking", 42: "rafting",
    43: "windsurfing", 44: "kitesurfing", 45: "tactical", 46: "jumpmaster", 47: "boxing", 48: "floor_climbing",
    53: "diving", 62: "hiit", 64: "racket", 65: "wheelchair_push_walk", 66: "wheelchair_push_run", 67: "meditation",
}  # fmt: skip

SUB_SPORTS: dict[int, str] = {
    1: "treadmill", 2: "street", 3: "trail", 4: "track", 5: "spin", 6: "indoor_cycling", 7: "road", 8: "mountain",
    9: "downhill", 10: "recumbent", 11: "cyclocross", 12: "hand_cycling", 13: "track_cycling", 14: "indoor_rowing",
    15: "elliptical", 16: "stair_climbing", 17: "lap_swimming", 18: "open_water", 19: "flexibility_training",
    20: "strength_training", 21: "warm_up", 22: "match", 23: "exercise", 24: "challenge", 25: "indoor_skiing",
    26: "cardio_training", 27: "indoor_walking", 28: "e_bike_fitness", 29: "bmx", 30: "casual_walking",
    31: "speed_walking", 32: "bike_to_run_transition", 33: "run_to_bike_transition", 34: "swim_to_bike_transition",
    43: "yoga", 44: "pilates", 45: "indoor_running", 46: "gravel_cycling", 58: "virtual_activity", 59: "obstacle",
    67: "ultra",
}  # fmt: skip

# Sports whose cadence counts turns of a crank or strokes of an arm, not strides.
WITHOUT_STRIDES = frozenset({2, 5, 12, 15, 19, 21, 23, 30, 33, 37, 38, 41, 42, 65, 66})
WITHOUT_STRIDES_WITHIN = frozenset({5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 28, 29, 46})

FILE_KINDS: dict[int, str] = {
    1: "device", 2: "settings", 3: "sport settings", 4: "activity", 5: "workout", 6: "course", 7: "schedules",
    9: "weight", 10: "totals", 11: "goals", 14: "blood pressure", 15: "monitoring", 20: "activity summary",
    28: "daily monitoring", 32: "monitoring", 34: "segment", 35: "segment list",
}  # fmt: skip

LAP_TRIGGERS: dict[int, str] = {
    0: "manual", 1: "time", 2: "distance", 3: "position_start", 4: "position_lap", 5: "position_waypoint",
    6: "position_marked", 7: "session_end", 8: "fitness_equipment",
}  # fmt: skip

INTENSITIES: dict[int, str] = {
    0: "active", 1: "rest", 2: "warmup", 3: "cooldown", 4: "recovery", 5: "interval", 6: "other",
}  # fmt: skip

MANUFACTURERS: dict[int, str] = {
    1: "Garmin", 2: "Garmin", 7: "Quarq", 9: "Saris", 13: "Dynastream", 15: "Dynastream", 16: "Timex", 23: "Suunto",
    32: "Wahoo Fitness", 38: "o-synce", 40: "Concept2", 48: "Pioneer", 51: "4iiii", 54: "IpBike", 63: "Specialized",
    69: "Stages Cycling", 70: "Sigma Sport", 71: "TomTom", 76: "Moxy", 81: "Bontrager", 86: "Elite", 89: "Tacx",
    95: "Stryd", 107: "Magene", 111: "Technogym", 115: "iGPSPORT", 123: "Polar", 255: "development", 260: "Zwift",
    263: "Favero", 265: "Strava", 267: "Bryton", 268: "Sram", 281: "TrainerRoad", 282: "The Sufferfest",
    289: "Hammerhead", 294: "COROS", 303: "CORE", 310: "Decathlon", 326: "Nike",
}  # fmt: skip

GARMIN_PRODUCTS: dict[int, str] = {
    1: "HRM", 717: "Forerunner 405", 782: "Forerunner 50", 988: "Forerunner 60", 1018: "Forerunner 310XT",
    1036: "Edge 500", 1124: "Forerunner 110", 1325: "Edge 200", 1328: "Forerunner 910XT", 1345: "Forerunner 610",
    1436: "Forerunner 70", 1482: "Forerunner 10", 1499: "Swim", 1551: "fenix", 1623: "Forerunner 620",
    1632: "Forerunner 220", 1765: "Forerunner 920XT", 1837: "vivofit", 1903: "Forerunner 15", 1907: "vivoactive",
    1967: "fenix 2", 1988: "epix", 2050: "fenix 3", 2148: "Forerunner 25", 2153: "Forerunner 225",
    2156: "Forerunner 630", 2157: "Forerunner 230", 2158: "Forerunner 735XT", 2337: "vivoactive HR",
    2413: "fenix 3 HR", 2431: "Forerunner 235", 2503: "Forerunner 35", 2544: "fenix 5S", 2604: "fenix 5X",
    2691: "Forerunner 935", 2697: "fenix 5", 2700: "vivoactive 3", 2886: "Forerunner 645",
    2888: "Forerunner 645 Music", 2891: "Forerunner 30", 2900: "fenix 5S Plus", 3076: "Forerunner 245",
    3077: "Forerunner 245 Music", 3110: "fenix 5 Plus", 3111: "fenix 5X Plus", 3113: "Forerunner 945",
    3121: "Edge 530", 3122: "Edge 830", 3224: "vivoactive 4S", 3225: "vivoactive 4", 3226: "Venu",
    3282: "Forerunner 45", 3288: "fenix 6S", 3290: "fenix 6", 3291: "fenix 6X", 3466: "Instinct Solar",
    3589: "Forerunner 745", 3638: "Enduro", 3652: "Forerunner 945 LTE", 3703: "Venu 2", 3704: "Venu 2S",
    3869: "Forerunner 55", 3888: "Instinct 2", 3889: "Instinct 2S", 3905: "fenix 7S", 3906: "fenix 7",
    3907: "fenix 7X", 3943: "epix Gen 2", 3990: "Forerunner 255 Music", 3991: "Forerunner 255S Music",
    3992: "Forerunner 255", 3993: "Forerunner 255S", 4024: "Forerunner 955", 4257: "Forerunner 265",
    4258: "Forerunner 265S", 4260: "Venu 3", 4261: "Venu 3S", 4312: "epix Pro 42 mm", 4313: "epix Pro 47 mm",
    4314: "epix Pro 51 mm", 4315: "Forerunner 965", 4341: "Enduro 2", 4374: "fenix 7S Pro", 4375: "fenix 7 Pro",
    4376: "fenix 7X Pro", 4426: "vivoactive 5", 4432: "Forerunner 165", 4433: "Forerunner 165 Music",
    4532: "fenix 8 Solar", 4534: "fenix 8 43 mm", 4536: "fenix 8", 4575: "Enduro 3", 4625: "vivoactive 6",
}  # fmt: skip

GARMIN = frozenset({1, 2, 13, 15})
