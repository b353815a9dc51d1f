"""The register: one SQLite file that holds documents and what was read in them.

    location  which file it is
    schema    its tables, as numbered migrations
    packing   a decision as rows of the tables
    writer    storing documents and their decisions (the only writer of these)
    versions  which of several texts under one reference is shown
    opening   opening the file; what is said when it can't be used
    filters   the conditions that list, search, budget and export share
    query     decisions, references, counts
    records   one decision's record, built again from its rows
    rows      facts of many decisions, streamed
    corrections  what people corrected or confirmed
    shelf     every decision in short, for the audit
    runs      when documents were last taken in or read again
    snapshot  what was read in a document, to tell whether reading it again changed that
    acceptances  the audit's findings that people accepted
    cells     one fact of a decision: where it stands, what it is known by
    overlay   laying corrections over what was read (used by the writer)
    standing  whether each correction holds
    doubts    what was read with doubt, worst first
    indexing  the words that can be searched, written into the index
    words     what a person types to search, made into a query
    passages  where in a decision they stand
    search    the decisions that answer it, with their best passages

Reading uses the standard sqlite3; sqlite_utils (85 ms to import) is opened
only where the schema has to be made or migrated.
"""
