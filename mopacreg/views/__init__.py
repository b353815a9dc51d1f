"""Records → what a reader sees, before it has a format.

A view is a function from the register's rows or a record to a `Table` (or a
`Page`, which is several blocks under a title). It holds plain Python values,
money in whole pence and dates as ISO text, and knows nothing of terminals or
files: `mopacreg.formats` turns it into one, so that no two formats differ.
"""
