"""What the system can do: one function per thing, a module per subject, called alike by pages and commands."""

from backstride.app.analysing import Analysing, Options, analyse_bytes, analyse_now, analyse_pending, options_of
from backstride.app.importing import Became, ImportLine, LoggedLine, Progress, import_file, import_log, import_paths
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
from backstride.store import Store

__all__ = [
    "SETTINGS",
    "Analysing",
    "Became",
    "ImportLine",
    "Level",
    "Listing",
    "LoggedLine",
    "Options",
    "Progress",
    "Query",
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
    "default_folder",
    "describe",
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
    "save_settings",
    "series",
    "show_recording",
    "track",
    "undo",
]
