"""What is kept: a database, the files beside it, and one class that opens both."""

from pathlib import Path

from backstride.store.analyses import Analyses, KeptAnalysis
from backstride.store.coach import Coach
from backstride.store.database import Database, DatabaseError
from backstride.store.files import Files, PackedOriginal, content_hash, pack_original
from backstride.store.hearts import Extreme, HeartRow, Hearts
from backstride.store.journal import JobRow, Journal, LogRow
from backstride.store.kept_settings import KeptSettings, SettingValue
from backstride.store.labels import Labels
from backstride.store.lessons import Lessons, Reading, Taught
from backstride.store.listing import SORTS, Lists
from backstride.store.measuring import AlternationRow, BodySettingRow, Measuring, OutcomeRow
from backstride.store.packing import PackedRecording, SignalRow, pack, unpack
from backstride.store.recordings import Recordings
from backstride.store.rows import (
    Added,
    Analysed,
    Choices,
    Digest,
    FileRow,
    Filter,
    Finding,
    ListRow,
    Moved,
    NewFile,
    NewRecording,
    RecordingRow,
    Ribbon,
    Said,
)
from backstride.store.sessions import Loose, SessionRow
from backstride.store.sums import Sums, Totals

__all__ = [
    "SORTS",
    "Added",
    "AlternationRow",
    "Analysed",
    "BodySettingRow",
    "Choices",
    "Coach",
    "DatabaseError",
    "Digest",
    "Extreme",
    "FileRow",
    "Filter",
    "Finding",
    "HeartRow",
    "JobRow",
    "KeptAnalysis",
    "ListRow",
    "LogRow",
    "Loose",
    "Moved",
    "NewFile",
    "NewRecording",
    "OutcomeRow",
    "PackedOriginal",
    "PackedRecording",
    "Reading",
    "RecordingRow",
    "Ribbon",
    "Said",
    "SessionRow",
    "SettingValue",
    "SignalRow",
    "Store",
    "Sums",
    "Taught",
    "content_hash",
    "pack",
    "pack_original",
    "unpack",
]


class Store:
    """A data folder and its database: SQLite inside the folder, or PostgreSQL at `url`.

    One object serves many threads; many processes may open the same store. Raises BadStore where it cannot be used.
    """

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder = folder
        self.url = url
        self.files = Files(folder)
        self.database = Database(folder, url)
        self.recordings = Recordings(self.database, self.files)
        self.lists = Lists(self.database)
        self.totals = Totals(self.database)
        self.analyses = Analyses(self.database)
        self.labels = Labels(self.database)
        self.lessons = Lessons(self.database)
        self.journal = Journal(self.database)
        self.settings = KeptSettings(self.database)
        self.coach = Coach(self.database)
        self.measuring = Measuring(self.database)
        self.hearts = Hearts(self.database)

    def close(self) -> None:
        """Give the database connections back."""
        self.database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
