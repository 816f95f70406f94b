"""FIT, the format of sport watches: bytes in, recordings out.

`decode` gives every message as columns; `read` maps them to recordings. The stream is indexed first, then the records
of each definition are gathered and whole columns are decoded: decoding record by record costs Python fifty times more.
"""

from backstride.formats.fit.decode import Decoded, FitFile, decode
from backstride.formats.fit.read import read, sniff

__all__ = ["Decoded", "FitFile", "decode", "read", "sniff"]
