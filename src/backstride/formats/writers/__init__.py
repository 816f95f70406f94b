"""Recordings out: the table of exports. A new export is a new row."""

from backstride.formats.writers.gpx import write_gpx
from backstride.formats.writers.kept import Export, Exported, Kept
from backstride.formats.writers.lossless import read_export, write_json
from backstride.formats.writers.tables import write_csv, write_imu_csv, write_parquet
from backstride.message import say

__all__ = ["EXPORTS", "Export", "Exported", "Kept", "read_export", "write_imu_csv"]

EXPORTS: tuple[Export, ...] = (
    Export("csv", ".csv", "text/csv; charset=utf-8", say("Table for spreadsheets (CSV)"), write_csv),
    Export("parquet", ".parquet", "application/vnd.apache.parquet", say("Table for analysis (Parquet)"), write_parquet),
    Export("gpx", ".gpx", "application/gpx+xml", say("GPS track (GPX)"), write_gpx),
    Export("json", ".json", "application/json", say("Everything, to be read back (JSON)"), write_json),
)
