"""Follow the decisions and the money: what came before, what came after, what is drawn on what.

    walk      the chain of one decision both ways: what it cites, what cites it
    sentence  the sentence of a document in which a decision is cited, with the sums in it
    drawing   whether such a sentence says that a sum comes out of what the cited decision approved
    draws     what each citing decision draws on a decision, or why what it says doesn't count
    claims    what others say that a decision approved
    envelope  what was approved, what is drawn on it, what is left: each pound once

It asks the register, and knows no screen. Nothing here calls itself: a chain may be as long as it likes.
"""
