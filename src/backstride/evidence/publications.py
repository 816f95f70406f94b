"""The publications on moving backward that studies rest on, titled by what they are about where no title was seen."""

from backstride.evidence import Source

WRIGHT_2001 = Source(
    "wright-2001", "Wright, Weyand", 2001,
    "The application of ground force explains the energetic cost of running backward and forward",
    "Journal of Experimental Biology 204:1805", doi="10.1242/jeb.204.10.1805",
)  # fmt: skip
COMPENDIUM_2011 = Source(
    "compendium-2011", "Ainsworth and others", 2011, "Compendium of Physical Activities",
    "Medicine and Science in Sports and Exercise", doi="10.1249/MSS.0b013e31821ece12",
)  # fmt: skip
WILLIFORD_1998 = Source(
    "williford-1998", "Williford and others", 1998,
    "Cardiovascular and metabolic costs of forward, backward, and lateral motion",
    "Medicine and Science in Sports and Exercise", doi="10.1097/00005768-199809000-00011", pmid="9741611",
)  # fmt: skip
MYATT_1995 = Source(
    "myatt-1995", "Myatt and others", 1995, "The cardiopulmonary cost of backward walking at selected speeds",
    "Journal of Orthopaedic and Sports Physical Therapy", doi="10.2519/jospt.1995.21.3.132",
)  # fmt: skip
ACSM_EQUATIONS = Source(
    "acsm-equations", "American College of Sports Medicine", None, "Metabolic equations for walking and running",
    "Guidelines for Exercise Testing and Prescription; coefficients as public programs quote them",
    url="https://www.acsm.org",
)  # fmt: skip
MINETTI_2002 = Source(
    "minetti-2002", "Minetti and others", 2002,
    "Energy cost of walking and running at extreme uphill and downhill slopes",
    "Journal of Applied Physiology 93:1039", doi="10.1152/japplphysiol.01177.2001",
)  # fmt: skip
HOOPER_2004 = Source(
    "hooper-2004", "Hooper and others", 2004, "Graded forward and backward walking: heart rate and oxygen uptake",
    "Journal of Orthopaedic and Sports Physical Therapy", pmid="15029939",
)  # fmt: skip
CHALOUPKA_1997 = Source(
    "chaloupka-1997", "Chaloupka and others", 1997,
    "Cardiorespiratory and metabolic responses during forward and backward walking",
    "Journal of Orthopaedic and Sports Physical Therapy 25:302", doi="10.2519/jospt.1997.25.5.302", pmid="9130146",
)  # fmt: skip
REILLY_1984 = Source(
    "reilly-1984", "Reilly, Bowen", 1984, "Exertional costs of changes in directional modes of running",
    "Perceptual and Motor Skills",
    url="https://paperexplained.cn/articles/paper/detail/4fd0e710c76164af74b0909b57b500ce5d3e10af",
)  # fmt: skip
QUOTED_ON_SCITE = Source(
    "quoted-on-scite", "not named", None, "Six-minute bouts of backward walking",
    "quoted on a page about Flynn 1994",
    url="https://scite.ai/reports/comparison-of-cardiopulmonary-responses-to-zODpnb",
)  # fmt: skip
PRESS_CAVAGNA = Source(
    "running-in-reverse", "press account", 2011, "Running in reverse: a press account of Cavagna 2011",
    "copy of a newspaper article", url="https://en.rafed.net/article/running-in-reverse",
)  # fmt: skip
CAVAGNA_2011 = Source(
    "cavagna-2011", "Cavagna, Legramandi, La Torre", 2011, "Running backwards: soft landing, hard takeoff",
    "Proceedings of the Royal Society B", doi="10.1098/rspb.2010.1212",
)  # fmt: skip
ARATA_BATES_2000 = Source(
    "arata-bates-2000", "Arata, Bates", 2000, "Kinematic comparison of high speed backward and forward running",
    "SPORT-IAT database 4005513", url="https://lida.sport-iat.de/dvmf/Record/4005513?lng=en",
)  # fmt: skip
ARATA_1999 = Source(
    "arata-1999", "Arata", 1999, "Backward running at full speed", "University of Oregon dissertation FY99-158",
)  # fmt: skip
STERZING_2016 = Source(
    "sterzing-2016", "Sterzing, Frommhold, Rosenbaum", 2016,
    "Plantar pressure of backward and forward running on a treadmill",
    "Gait and Posture", doi="10.1016/j.gaitpost.2016.03.009",
)  # fmt: skip
LAUFER_2005 = Source(
    "laufer-2005", "Laufer", 2005, "Backward walking of older and younger people",
    "Journals of Gerontology A 60:627", doi="10.1093/gerona/60.5.627",
)  # fmt: skip
FLYNN_1995 = Source(
    "flynn-1995", "Flynn, Soutas-Little", 1995,
    "Patellofemoral joint compressive forces in forward and backward running",
    "Journal of Orthopaedic and Sports Physical Therapy", pmid="7787851",
)  # fmt: skip
SUSSMAN_2000 = Source(
    "sussman-2000", "Sussman and others", 2000,
    "Patellofemoral joint compressive forces during backward and forward running at the same speed",
    "Journal of Back and Musculoskeletal Rehabilitation 14",
    url=(
        "https://discovery.researcher.life/article/patellofemoral-joint-compressive-forces-during-backward-"
        "and-forward-running-at-the-same-speed/b0dd9ea16ab53712af0e314763f52639"
    ),
)  # fmt: skip
DETWEILER_2007 = Source(
    "detweiler-2007", "Detweiler, Twaddle, Bird", 2007, "Muscle activity of backward and forward walking",
    "student abstract, Truman State University",
    url="http://src.truman.edu/browse/display.asp?abs_id=1184&year=2007",
)  # fmt: skip
DEKREY_2003 = Source(
    "dekrey-2003", "DeKrey and others", 2003, "Backward walking on level and graded treadmills",
    "student project, University of North Dakota 111", url="https://commons.und.edu/pt-grad/111",
)  # fmt: skip
JRRS_2018 = Source(
    "jrrs-2018", "authors not seen", 2018, "Muscle activity of backward and forward walking over ground",
    "Journal of Research in Rehabilitation Sciences 3109",
    url="https://openaccess.library.uitm.edu.my./Record/doaj-9b894fe93e8c48b59a4602c8b9230c84/Description",
)  # fmt: skip
DEVITA_1991 = Source(
    "devita-1991", "DeVita, Stribling", 1991, "Lower extremity joint kinetics and energetics during backward running",
    "Medicine and Science in Sports and Exercise", doi="10.1249/00005768-199105000-00013",
)  # fmt: skip
TERBLANCHE_2005 = Source(
    "terblanche-2005", "Terblanche and others", 2005,
    "The effect of backward locomotion training on the body composition and cardiorespiratory fitness of young women",
    "International Journal of Sports Medicine", doi="10.1055/s-2004-820997", pmid="15776337",
)  # fmt: skip
KAUFFMAN_2024 = Source(
    "kauffman-2024", "Kauffman-Tacada and others", 2024, "Backward and forward running training by peak speed",
    "Cuadernos de Educacion y Desarrollo", url="https://ouci.dntb.gov.ua/en/?backlinks_to=10.1007%2Fs40279-018-0877-5",
)  # fmt: skip
UTHOFF_2021 = Source(
    "uthoff-2021", "Uthoff and others", 2021, "Resisted sprint training in youth: backward and forward sled towing",
    "Journal of Strength and Conditioning Research",
    url="https://pure.cardiffmet.ac.uk/en/publications/resisted-sprint-training-in-youth-the-effectiveness-of-backward-v",
)  # fmt: skip
ARBI_2026 = Source(
    "arbi-2026", "Arbi and others", 2026, "Repeated backward and forward sprints of young basketball players",
    "Sports 14:16", doi="10.3390/sports14010016",
)  # fmt: skip
SAMMOUD_2023 = Source(
    "sammoud-2023", "Sammoud and others", 2023, "Backward and forward running training of young handball players",
    "Frontiers in Sports and Active Living", doi="10.3389/fspor.2023.1244369",
)  # fmt: skip
DOLD_2016 = Source(
    "dold-2016", "Dold", 2016, "Ten kilometres backward in 38:50", "the athlete's own page",
    url="http://www.thomasdold.com/de/news/203-weltmeister-ueber-10-000m-in-weltrekordzeit",
)  # fmt: skip
IRR_2010 = Source(
    "irr-2010", "event report", 2010, "World championships in retro running 2010", "Der Standard",
    url="http://derstandard.at/1280984205530/Andersrum-nefuaL-straewkcueR",
)  # fmt: skip
WANG_2019 = Source(
    "wang-2019", "Wang, Xu, An", 2019, "Backward walking training and balance: systematic review and meta-analysis",
    "Gait and Posture", doi="10.1016/j.gaitpost.2019.01.002",
)  # fmt: skip
WANG_2018 = Source(
    "wang-2018", "Wang, Yuan, An", 2018, "Backward walking training and gait: systematic review and meta-analysis",
    "Human Movement Science", doi="10.1016/j.humov.2018.05.007",
)  # fmt: skip
FRITZ_2013 = Source(
    "fritz-2013", "Fritz and others", 2013, "Backward walking of young, middle-aged and older people",
    "Gait and Posture", doi="10.1016/j.gaitpost.2012.09.022", pmid="23122938",
)  # fmt: skip
TAULBEE_2021 = Source(
    "taulbee-2021", "Taulbee and others", 2021, "Backward walking and the risk of falling of independent older people",
    "Journal of Geriatric Physical Therapy 44(4):189-197",
    url="https://digitalcommons.unf.edu/unf_faculty_publications/1138/",
)  # fmt: skip
CARTER_2019 = Source(
    "carter-2019", "Carter and others", 2019, "The 3-metre backward walk and falls",
    "Journal of Geriatric Physical Therapy 42(4)",
)  # fmt: skip
AKSENTIJEVIC_2019 = Source(
    "aksentijevic-2019", "Aksentijevic and others", 2019, "Backward motion and the recall of what came before",
    "Cognition", doi="10.1016/j.cognition.2018.10.007", pmid="30368065",
)  # fmt: skip
DUFEK_2011 = Source(
    "dufek-2011", "Dufek and others", 2011, "Backward walking as exercise for athletes with low-back pain",
    "Journal of Exercise Physiology online 14(1):17-26", url="https://studylib.net/doc/7080588",
)  # fmt: skip
LIN_2025 = Source(
    "lin-2025", "Lin and others", 2025, "Backward walking added to rehabilitation of the arthritic knee: meta-analysis",
    "Physiotherapy Theory and Practice", doi="10.1080/09593985.2025.2550532", pmid="40924430",
)  # fmt: skip
BALASUKUMARAN_2019 = Source(
    "balasukumaran-2019", "Balasukumaran, Olivier, Ntsiea", 2019,
    "Backward walking in people with gait impairments: systematic review and meta-analysis",
    "Clinical Rehabilitation", doi="10.1177/0269215518801430",
)  # fmt: skip
IJERPH_2022 = Source(
    "stroke-2022", "Wen, Wang", 2022, "Backward walking training and walking capacity after stroke: meta-analysis",
    "International Journal of Environmental Research and Public Health 19:3370", doi="10.3390/ijerph19063370",
)  # fmt: skip
MEDICINE_2020 = Source(
    "stroke-2020", "authors not seen", 2020, "Backward walking training after stroke: meta-analysis",
    "Medicine 99:27", doi="10.1097/MD.0000000000020731",
)  # fmt: skip
HACKNEY_2009 = Source(
    "hackney-2009", "Hackney, Earhart", 2009, "Backward walking in Parkinson's disease",
    "Movement Disorders 24(2):218-223",
    url="https://kipdf.com/backward-walking-in-parkinson-s-disease_5ab1a4441723dd349c80fb39.html",
)  # fmt: skip
ELNAHHAS_2019 = Source(
    "elnahhas-2019", "Elnahhas, Elshennawy, Aly", 2019, "Backward gait training of children with cerebral palsy",
    "Clinical Rehabilitation", doi="10.1177/0269215518790053",
)  # fmt: skip
WANG_C_2019 = Source(
    "wang-c-2019", "Wang C and others", 2019,
    "The acute:chronic workload ratio: challenges and prospects for improvement",
    "arXiv 2019, Sports Medicine 2020",
    url="https://deepai.org/publication/the-acute-chronic-workload-ratio-challenges-and-prospects-for-improvement",
)  # fmt: skip
PHONE_BELT = Source(
    "phone-belt", "authors not seen", None, "Integrated smartphone balance measurement: agreement and repeatability",
    "medifind 531089482", url="https://stage.medifind.com/articles/publication/531089482",
)  # fmt: skip
PHONE_POCKET_2021 = Source(
    "phone-pocket-2021", "authors not seen", 2021, "Balance by a phone in the pocket, in the laboratory and at home",
    "acemap 189034571", url="https://www.acemap.info/paper/189034571",
)  # fmt: skip
SPRINGER_2007 = Source(
    "springer-2007", "Springer and others", 2007, "Unipedal stance test: values by age, eyes open and closed",
    "Journal of Geriatric Physical Therapy", doi="10.1519/00139143-200704000-00003",
)  # fmt: skip
SHAFFER_2013 = Source(
    "shaffer-2013", "Shaffer and others", 2013, "Y-balance test: a reliability study involving multiple raters",
    "Military Medicine 178:1264",
    url="https://docksci.com/y-balance-test-a-reliability-study-involving-multiple-raters_5cfa25f4d64ab2692304fe70.html",
)  # fmt: skip
CLARKE_2020 = Source(
    "clarke-2020", "Clarke and others", 2020, "Phases of the traditional 505 test: between session and direction",
    "Movement and Sport Sciences 110:21-27",
    url=(
        "https://pure.cardiffmet.ac.uk/en/publications/"
        "phases-of-the-traditional-505-test-between-session-and-direction-"
    ),
)  # fmt: skip
ZUERCHER_2024 = Source(
    "zuercher-2024", "Zuercher and others", 2024, "Reliability of a modified T-test of agility", "journal not seen",
    doi="10.1055/a-2218-1201",
)  # fmt: skip
JSSM_2017 = Source(
    "jssm-2017", "authors not seen", 2017, "Reliability of the 3-cone drill",
    "Journal of Sports Science and Medicine 16:44", url="https://www.jssm.org/hf.php?id=jssm-16-44.xml",
)  # fmt: skip
THREE_METRES_PARKINSON_2023 = Source(
    "3mbwt-parkinson-2023", "authors not seen", 2023, "The 3-metre backward walk in Parkinson's disease",
    "Irish Journal of Medical Science 192(6):3063-3071",
    url="https://avesis.ogu.edu.tr/yayin/8893da3d-6c4c-4364-9545-6dc4db7f08cb",
)  # fmt: skip
THREE_METRES_SCLEROSIS = Source(
    "3mbwt-sclerosis", "authors not seen", None, "The 3-metre backward walk in multiple sclerosis",
    "International Journal of Rehabilitation Research", url="https://medworm.com/1018901942/",
)  # fmt: skip
BORRESEN_2008 = Source(
    "borresen-2008", "Borresen, Lambert", 2008, "Session effort and heart-rate measures of training load",
    "International Journal of Sports Physiology and Performance 3:16-30",
    url="https://www.scribd.com/document/548769120/",
)  # fmt: skip
TANAKA_2001 = Source(
    "tanaka-2001", "Tanaka, Monahan, Seals", 2001, "Age-predicted maximal heart rate revisited",
    "Journal of the American College of Cardiology 37:153", doi="10.1016/S0735-1097(00)01054-8",
)  # fmt: skip
KARVONEN_1957 = Source(
    "karvonen-1957", "Karvonen, Kentala, Mustala", 1957,
    "The effects of training on heart rate: a longitudinal study",
    "Annales Medicinae Experimentalis et Biologiae Fenniae 35:307", pmid="13470504",
)  # fmt: skip
EDWARDS_1993 = Source("edwards-1993", "Edwards", 1993, "The Heart Rate Monitor Book", "Fleet Feet Press 1993")
BANISTER_1991 = Source(
    "banister-1991", "Banister", 1991, "Modeling elite athletic performance",
    "Physiological Testing of Elite Athletes, pages 403-424; coefficients as public programs quote them",
)  # fmt: skip
FOSTER_1998 = Source(
    "foster-1998", "Foster", 1998, "Monitoring training in athletes with reference to overtraining syndrome",
    "Medicine and Science in Sports and Exercise 30:1164", doi="10.1097/00005768-199807000-00023",
)  # fmt: skip
FRIEL_2006 = Source("friel-2006", "Friel", 2006, "Total Heart Rate Training", "Ulysses Press 2006")
UTH_2004 = Source(
    "uth-2004", "Uth and others", 2004, "Estimation of VO2max from the ratio between HRmax and HRrest",
    "European Journal of Applied Physiology 91:111", doi="10.1007/s00421-003-0988-y",
)  # fmt: skip

MYATT_1995 = Source(
    "myatt-1995", "Myatt and others", 1995, "Oxygen uptake and the speed of backward walking",
    "Journal of Orthopaedic and Sports Physical Therapy 21:132", doi="10.2519/jospt.1995.21.3.132",
)  # fmt: skip
MEHDIZADEH_2015 = Source(
    "mehdizadeh-2015", "Mehdizadeh, Arshi, Davids", 2015, "Coordination of the legs in backward and forward running",
    "Gait and Posture", doi="10.1016/j.gaitpost.2015.05.006",
)  # fmt: skip
SENSORS_2020 = Source(
    "sensors-2020", "authors not seen", 2020, "Contacts of the foot by a sensor, walking forward and backward",
    "Sensors 20:6331", doi="10.3390/s20216331",
)  # fmt: skip
SCHWIERTZ_2018 = Source(
    "schwiertz-2018", "Schwiertz and others", 2018, "Y-balance test of adolescents: values and reliability",
    "Gait and Posture 2018",
    url="http://audiologysfakianakis.blogspot.com/2018/10/performance-and-reliability-of-lower.html",
)  # fmt: skip
BARTA_2024 = Source(
    "barta-2024", "Barta and others", 2024, "The 3-metre backward walk in Parkinson's disease, in person and by video",
    "Physiotherapy Theory and Practice", doi="10.1080/09593985.2024.2348034",
)  # fmt: skip
ARETZ_2010 = Source(
    "aretz-2010", "interview with Aretz", 2010, "Running the marathon the wrong way round", "Journal Frankfurt",
    url="https://journal-frankfurt.de/journal_news/sport-4/Laufen-Verkehrte-Welt-beim-Marathon-10172.html",
)  # fmt: skip

PUBLICATIONS: tuple[Source, ...] = tuple(one for one in globals().values() if isinstance(one, Source))
