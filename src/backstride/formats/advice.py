"""File endings that are known and not read here, with what to do instead."""

from collections.abc import Mapping

from backstride.message import Message, say

_EXPORT = say("This is a format of another program. Export the session there as FIT, TCX or GPX and import that.")
_SPREADSHEET = say("This is a spreadsheet. Save the sheet as CSV, with time and units in the column names.")
_MATLAB = say("This is a MATLAB or motion laboratory file. Export its signals as CSV with a time_s column.")
_MAP = say("This is a map file without heart rate or sensors. Export the track as GPX from the same program.")
_VIDEO = say("This is a video. Videos cannot be read yet.")
_PICTURE = say("This is a picture or document, not a recording.")
_SHEET = say("This is a text document. If it holds sensor data, save it as CSV with a header line.")
_ARCHIVE = say("This kind of archive is not opened. Unpack it and import the files or the folder.")
_BINARY = say("This is raw data of a sensor's own format. Export it as CSV with the maker's program.")
_DATABASE = say("This is a database of another program. Export the sessions there as FIT, TCX, GPX or CSV.")

KNOWN_UNSUPPORTED: Mapping[str, Message] = {
    suffix: advice
    for suffixes, advice in (
        ((".tcx.pwx", ".pwx", ".hrm", ".slf", ".sml", ".fitlog", ".fitlog2", ".srm", ".smo", ".sdf", ".xed"), _EXPORT),
        ((".crp", ".hst", ".gdb", ".ftb", ".wko", ".wko4", ".json.pwx", ".omd", ".ghx", ".rxml"), _EXPORT),
        ((".xlsx", ".xls", ".ods", ".numbers"), _SPREADSHEET),
        ((".mat", ".c3d", ".trc", ".mot", ".sto", ".bvh", ".mvnx", ".mvn", ".npz", ".npy", ".h5", ".hdf5"), _MATLAB),
        ((".kml", ".kmz", ".geojson", ".plt", ".nmea", ".igc", ".wpt", ".loc"), _MAP),
        ((".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".mts"), _VIDEO),
        ((".jpg", ".jpeg", ".png", ".heic", ".gif", ".webp", ".tif", ".tiff", ".svg"), _PICTURE),
        ((".pdf", ".html", ".htm"), _PICTURE),
        ((".doc", ".docx", ".odt", ".rtf", ".md"), _SHEET),
        ((".7z", ".rar", ".tar", ".tgz", ".tar.gz", ".bz2", ".xz", ".zst"), _ARCHIVE),
        ((".cwa", ".gt3x", ".bin", ".omx", ".mtb", ".xsens", ".edf", ".bdf"), _BINARY),
        ((".db", ".sqlite", ".sqlite3"), _DATABASE),
    )
    for suffix in suffixes
}  # fmt: skip


def advice_for(name: str) -> Message | None:
    """The advice for a file name, longest ending first; None for endings that are not listed."""
    lower = name.lower()
    parts = lower.split(".")
    for count in (2, 1):
        if len(parts) > count:
            found = KNOWN_UNSUPPORTED.get("." + ".".join(parts[-count:]))
            if found is not None:
                return found
    return None
