"""Small exact readers: money, years, dates, references, boroughs, verbs.

Each has `find(text, start, end)`, which gives what stands in a stretch of text
with its offsets and the words as they stand, and reads nothing where it isn't
sure. No input or output, and nothing of MOPAC's forms.
"""
