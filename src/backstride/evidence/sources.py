"""The publications that claims rest on, by name."""

from collections.abc import Mapping

from backstride.evidence import Source

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
        MECHANICS,
        JUDGEMENT,
    )
}
