"""What the system can do: one function per thing, a module per subject, called alike by pages and commands."""

from backstride.app.analysing import Analysing, analyse_bytes, analyse_now, analyse_pending, options_of
from backstride.app.demo import demo_store
from backstride.app.exporting import EXPORT_KINDS, export, export_all
from backstride.app.importing import (
    Became,
    ImportLine,
    Job,
    LoggedLine,
    Progress,
    Queue,
    import_file,
    import_log,
    import_paths,
    watch,
)
from backstride.app.keeping import backup, restore, verify
from backstride.app.labels import label, undo
from backstride.app.opening import default_folder, open_store
from backstride.app.recordings import (
    Level,
    Listing,
    Query,
    Series,
    Shown,
    Summary,
    Track,
    apart,
    describe,
    list_recordings,
    original,
    remove,
    resolve,
    series,
    show_recording,
    track,
)
from backstride.app.reporting import report, report_json
from backstride.app.settings import SETTINGS, Setting, SettingKind, Settings, read_settings, save_settings
from backstride.gait import Options
from backstride.store import DatabaseError, Finding, Store

__all__ = [
    "EXPORT_KINDS",
    "SETTINGS",
    "Analysing",
    "Became",
    "DatabaseError",
    "Finding",
    "ImportLine",
    "Job",
    "Level",
    "Listing",
    "LoggedLine",
    "Options",
    "Progress",
    "Query",
    "Queue",
    "Series",
    "Setting",
    "SettingKind",
    "Settings",
    "Shown",
    "Store",
    "Summary",
    "Track",
    "analyse_bytes",
    "analyse_now",
    "analyse_pending",
    "apart",
    "backup",
    "default_folder",
    "demo_store",
    "describe",
    "export",
    "export_all",
    "import_file",
    "import_log",
    "import_paths",
    "label",
    "list_recordings",
    "open_store",
    "options_of",
    "original",
    "read_settings",
    "remove",
    "report",
    "report_json",
    "resolve",
    "restore",
    "save_settings",
    "series",
    "show_recording",
    "track",
    "undo",
    "verify",
    "watch",
]
