"""The facts of a decision, a room each.

A room has `read(sheet, …, trace)`: it reads one kind of fact from a cut-up
decision, notes in the trace where each was read, and knows no other room. What
one needs of another (the recommendations' places, the sums with their roles)
the reader hands over.
"""
