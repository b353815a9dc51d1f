"""The yardstick of taking in: read, hash and insert the texts of a folder into one FTS5 table.

Run as `python raw.py DATABASE FOLDER`; it knows nothing of the project.
"""

import hashlib
import sqlite3
import sys
from pathlib import Path

database, folder = sys.argv[1:]
db = sqlite3.connect(database)
db.execute("create virtual table texts using fts5(text)")
with db:
    for document in sorted(Path(folder).iterdir()):
        data = document.read_bytes()
        hashlib.sha256(data).hexdigest()
        db.execute("insert into texts values (?)", (data.decode(),))
db.close()
