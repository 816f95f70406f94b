"""Where the recordings come from. None of them is in the repository or the package, nor anything derived from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A row of the table of sources."""

    name: str
    what: str
    people: str
    backward: str
    origin: str
    licence: str


CITATIONS = (
    Citation(
        "uci_foot_imu",
        "VN-200 inertial sensor on the left foot, 800 Hz (here resampled to 100 Hz)",
        "2",
        "184 s of walking",
        "Sangenis et al., IEEE J-ISPIN 2024/25; GitHub esangeni/Effect-of-Adding-Time-Correlation-to-SVM-based-Motion-"
        "Classification-in-Pedestrian-Navigation",
        "CC BY-NC-ND 4.0",
    ),
    Citation(
        "lafan1",
        "optical motion capture, 30 Hz, retargeted to a robot's skeleton; virtual sensors",
        "4",
        "210 s of walking, 30 s of running, in short bouts",
        "Harvey et al., ACM TOG 39(4), 2020 (Ubisoft La Forge); GitHub wenconggan/Retarget_Motion_Lafan1",
        "CC BY-NC-ND 4.0",
    ),
    Citation(
        "bandai",
        "optical motion capture, 30 Hz, 15 acted styles; virtual sensors; the clips of one style joined, with pauses",
        "one unknown group",
        "123 s of walking",
        "Kobayashi et al. 2023; GitHub BandaiNamcoResearchInc/Bandai-Namco-Research-Motiondataset",
        "CC BY-NC 4.0",
    ),
    Citation(
        "cmu_iclone",
        "optical motion capture, 60 Hz; virtual sensors",
        "2",
        "none",
        "mocap.cs.cmu.edu: the data used in this project was obtained from mocap.cs.cmu.edu; the database was created "
        "with funding from NSF EIA-0196217",
        "free to use",
    ),
    Citation(
        "jl_xsens",
        "inertial suit, 60 Hz, weaving; virtual sensors",
        "1",
        "none",
        "Jose Luis Ponton; GitHub JLPM22/MotionMatching",
        "MIT",
    ),
    Citation(
        "sp_sw_har",
        "phone in the pocket and watch on the wrist, about 103 Hz; walks of about 2.5 s between sitting and turning",
        "15",
        "none",
        "Matey-Sanz, Casteleyn, Granell, Data in Brief 2023, 109809; doi 10.5281/zenodo.8398688",
        "CC BY 4.0",
    ),
    Citation(
        "strikewatch",
        "watch on the wrist, outdoor runs, 100 Hz (inferred), accelerometer alone, clipped at 2 g",
        "8",
        "none",
        "Ling et al., IEEE AIoT 2025; GitHub tianheng-ling/StrikeWatch",
        "CC BY-NC 4.0",
    ),
    Citation(
        "running_grf_sacrum",
        "accelerometer on the sacrum, two axes, with a force plate, 500 Hz; treadmill runs of 5 s",
        "1",
        "none",
        "Alcantara et al., PeerJ 10:e12752 (2022); zenodo.org/record/5224624",
        "Apache-2.0",
    ),
)
