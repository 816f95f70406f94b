"""The publications that claims rest on, by name."""

from collections.abc import Mapping

from backstride.evidence import Source
from backstride.evidence.publications import PUBLICATIONS

CAVAGNA_2012 = Source(
    "cavagna-2012",
    "Cavagna, Legramandi, La Torre",
    2012,
    "An analysis of the rebound of the body in backward human running",
    "Journal of Experimental Biology 215:75",
    doi="10.1242/jeb.057562",
)
HRELJAC_2005 = Source(
    "hreljac-2005",
    "Hreljac and others",
    2005,
    "Preferred and energetically optimal transition speeds during backward human locomotion",
    "Journal of Sports Science and Medicine 4:446",
    url="https://jssm.org/jssm-04-446.xml",
)
LBPP_STUDY = Source(
    "backward-unweighted",
    "Masumoto and others",
    None,
    "Influence of running direction on metabolic costs may be attenuated by body weight support",
    "treadmill study at 0, 20 and 50 % body-weight support",
    url=(
        "https://discovery.researcher.life/article/"
        "influence-of-running-direction-on-metabolic-costs-may-be-attenuated-by-body-weight-support/"
        "4e1c6747027d33caa772e74543943257"
    ),
)
LEE_2013 = Source(
    "lee-2013",
    "Lee and others",
    2013,
    "Backward walking compared with time-reversed forward walking",
    "Gait and Posture 38:674-678",
)
BOURKE_2007 = Source(
    "bourke-2007",
    "Bourke, O'Brien, Lyons",
    2007,
    "Evaluation of a threshold-based tri-axial accelerometer fall detection algorithm",
    "Gait and Posture 26:194-199",
    doi="10.1016/j.gaitpost.2006.09.012",
    pmid="17101272",
)
BOURKE_2008 = Source(
    "bourke-2008",
    "Bourke, Lyons",
    2008,
    "A threshold-based fall-detection algorithm using a bi-axial gyroscope sensor",
    "Medical Engineering and Physics 30:84-90",
    doi="10.1016/j.medengphy.2006.12.001",
)
CHOI_2015 = Source(
    "choi-2015",
    "Choi, Wakeling, Robinovitch",
    2015,
    "Kinematic analysis of video-captured falls experienced by older adults in long-term care",
    "Journal of Biomechanics 48:911",
    doi="10.1016/j.jbiomech.2015.02.025",
)
EL_GOHARY_2014 = Source(
    "el-gohary-2014",
    "El-Gohary and others",
    2014,
    "Continuous monitoring of turning in patients with movement disability",
    "Sensors 14:356-369",
    doi="10.3390/s140100356",
)
WEISS_2010 = Source(
    "weiss-2010",
    "Weiss, Shimkin, Giladi, Hausdorff",
    2010,
    "Automated detection of near falls: algorithm development and preliminary results",
    "BMC Research Notes 3:62",
    doi="10.1186/1756-0500-3-62",
)
ACSM_2009 = Source(
    "acsm-2009",
    "American College of Sports Medicine (Ratamess and others)",
    2009,
    "Progression models in resistance training for healthy adults",
    "Medicine and Science in Sports and Exercise 41:687-708",
    doi="10.1249/MSS.0b013e3181915670",
    pmid="19204579",
)
ACSM_2011 = Source(
    "acsm-2011",
    "American College of Sports Medicine (Garber and others)",
    2011,
    "Quantity and quality of exercise for developing and maintaining fitness in apparently healthy adults",
    "Medicine and Science in Sports and Exercise 43:1334-1359",
    doi="10.1249/MSS.0b013e318213fefb",
    pmid="21694556",
)
BOSQUET_2007 = Source(
    "bosquet-2007",
    "Bosquet, Montpetit, Arvisais, Mujika",
    2007,
    "Effects of tapering on performance: a meta-analysis",
    "Medicine and Science in Sports and Exercise 39:1358-1365",
    doi="10.1249/mss.0b013e31806010e0",
    pmid="17762369",
)
LOLLI_2019 = Source(
    "lolli-2019",
    "Lolli and others",
    2019,
    "Mathematical coupling causes spurious correlation within the conventional acute-to-chronic workload ratio",
    "British Journal of Sports Medicine 53:921",
    url="https://bjsm.bmj.com/content/53/15/921",
)
HEATH_2001 = Source(
    "heath-2001",
    "Heath and others",
    2001,
    "Backward walking practice decreases oxygen uptake, heart rate and ratings of perceived exertion",
    "Physical Therapy in Sport 2:171-177",
    doi="10.1054/ptsp.2001.0057",
)
WHITLEY_2011 = Source(
    "whitley-2011",
    "Whitley, Dufek",
    2011,
    "Effects of backward walking on hamstring flexibility and low back range of motion",
    "International Journal of Exercise Science 4(3):4",
    url="https://digitalcommons.wku.edu/ijes/vol4/iss3/4",
)
ALGHADIR_2019 = Source(
    "alghadir-2019",
    "Alghadir and others",
    2019,
    "Effect of 6-week retro or forward walking program on pain, functional disability, quadriceps muscle strength, and "
    "performance in individuals with knee osteoarthritis: a randomized controlled trial",
    "BMC Musculoskeletal Disorders 20:159",
    doi="10.1186/s12891-019-2537-9",
)
ORDWAY_2016 = Source(
    "ordway-2016",
    "Ordway, Laubach, Vanderburgh, Jackson",
    2016,
    "The effects of backwards running training on forward running economy in trained males",
    "Journal of Strength and Conditioning Research 30(3)",
    doi="10.1519/JSC.0000000000001153",
)
UTHOFF_2018 = Source(
    "uthoff-2018",
    "Uthoff and others",
    2018,
    "Prescribing target running intensities for high-school athletes: can forward and backward running performance "
    "be autoregulated?",
    "Sports 6(3):77",
    doi="10.3390/sports6030077",
)
UTHOFF_2020 = Source(
    "uthoff-2020",
    "Uthoff and others",
    2020,
    "Sprint-specific training in youth: backward running vs. forward running training on speed and power measures in "
    "adolescent male athletes",
    "Journal of Strength and Conditioning Research 34(4):1113-1122",
    doi="10.1519/JSC.0000000000002914",
)
TERBLANCHE_2009 = Source(
    "terblanche-2009",
    "Terblanche, Venter",
    2009,
    "The effect of backward training on the speed, agility and power of netball players",
    "South African Journal for Research in Sport, Physical Education and Recreation 31(2)",
    url="http://scholar.sun.ac.za/handle/10019.1/13135",
)
KACHANATHU_2014 = Source(
    "kachanathu-2014",
    "Kachanathu and others",
    2014,
    "Effect of forward and backward locomotion training on anaerobic performance and anthropometrical composition",
    "Journal of Physical Therapy Science 26:1879",
    doi="10.1589/jpts.26.1879",
    pmid="25540487",
)
RASICA_2020 = Source(
    "rasica-2020",
    "Rasica, Porcelli, Minetti, Pavei",
    2020,
    "Biomechanical and metabolic aspects of backward (and forward) running on uphill gradients: another clue towards "
    "an almost inelastic rebound",
    "European Journal of Applied Physiology",
    doi="10.1007/s00421-020-04474-7",
    pmid="32840696",
)
ROOS_2012 = Source(
    "roos-2012",
    "Roos, Barton, van Deursen",
    2012,
    "Patellofemoral joint compression forces in backward and forward running",
    "Journal of Biomechanics 45:1656",
    doi="10.1016/j.jbiomech.2012.03.020",
)
POLO_FERRERO_2025 = Source(
    "polo-ferrero-2025",
    "Polo-Ferrero and others",
    2025,
    "The predictive capacity of the 3-meter backward walk test for falls in older adults: a case-control analysis",
    "Journal of Functional Morphology and Kinesiology 10(2):154",
    doi="10.3390/jfmk10020154",
)
FUNSPORTING_2006 = Source(
    "funsporting-2006",
    "funsporting.de",
    2006,
    "Report of the retro running world championship 2006",
    "press report",
    url="http://www.funsporting.de/News/WM_Rueckwaertslaufen_5333/wm_rueckwaertslaufen_5333.html",
)
CONNEXION_2023 = Source(
    "connexion-2023",
    "The Connexion",
    2023,
    "Report of the fastest backward marathon, 23 April 2023",
    "press report",
    url="https://www.connexionfrance.com/news/man-breaks-world-record-for-fastest-marathon-running-backwards/226589",
)
RIEBE_2015 = Source(
    "riebe-2015",
    "Riebe and others (American College of Sports Medicine)",
    2015,
    "Updating ACSM's recommendations for exercise preparticipation health screening",
    "Medicine and Science in Sports and Exercise 47:2473-2479",
    url="https://academiccommons.columbia.edu/doi/10.7916/D8M908BH",
)
WHITFIELD_2017 = Source(
    "whitfield-2017",
    "Whitfield and others",
    2017,
    "Applying the ACSM preparticipation screening algorithm to U.S. adults: NHANES 2001-04",
    "Medicine and Science in Sports and Exercise 49",
    doi="10.1249/MSS.0000000000001331",
    pmid="28557860",
)
VELLAS_1997 = Source(
    "vellas-1997",
    "Vellas and others",
    1997,
    "One-leg balance is an important predictor of injurious falls in older persons",
    "Journal of the American Geriatrics Society 45:735-738",
    doi="10.1111/j.1532-5415.1997.tb01479.x",
    pmid="9180669",
)
FLYNN_1994 = Source(
    "flynn-1994",
    "Flynn and others",
    1994,
    "Comparison of cardiopulmonary responses to forward and backward walking and running",
    "Medicine and Science in Sports and Exercise 26:89-94",
    doi="10.1249/00005768-199401000-00015",
    pmid="8133744",
)
BACKWARDSRUNNING = Source(
    "backwardsrunning",
    "backwardsrunning.co.uk",
    None,
    "How to begin running backwards",
    "page of practitioners",
    url="https://backwardsrunning.co.uk",
)
MECHANICS = Source(
    "mechanics",
    "textbook mechanics",
    None,
    "Consequences of Newton's laws for a body that bounces on springs or vaults over stiff legs",
    "derived from first principles",
)
JUDGEMENT = Source(
    "judgement",
    "Backstride",
    None,
    "The project's own judgement, open to correction",
    "no publication",
)

SOURCES: Mapping[str, Source] = {
    source.key: source
    for source in (
        BOURKE_2007,
        BOURKE_2008,
        CAVAGNA_2012,
        CHOI_2015,
        EL_GOHARY_2014,
        HRELJAC_2005,
        LBPP_STUDY,
        LEE_2013,
        WEISS_2010,
        ACSM_2009,
        ACSM_2011,
        BOSQUET_2007,
        LOLLI_2019,
        HEATH_2001,
        WHITLEY_2011,
        ALGHADIR_2019,
        ORDWAY_2016,
        UTHOFF_2018,
        UTHOFF_2020,
        TERBLANCHE_2009,
        KACHANATHU_2014,
        RASICA_2020,
        ROOS_2012,
        POLO_FERRERO_2025,
        FUNSPORTING_2006,
        CONNEXION_2023,
        RIEBE_2015,
        WHITFIELD_2017,
        VELLAS_1997,
        FLYNN_1994,
        BACKWARDSRUNNING,
        *PUBLICATIONS,
        MECHANICS,
        JUDGEMENT,
    )
}
