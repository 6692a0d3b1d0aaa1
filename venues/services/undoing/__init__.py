"""What somebody did, taken back as one and done again, out of the history of it.

``net`` says what an action came to, ``putting`` puts the rows as they were, ``judging``
asks the rules about the bookings among them, and ``steps`` is what the window asks.
"""
