"""Looking ahead: small models over series and official tables, each of which says what it rests on and how wrong it
has been.

trade, mirror, potential, swap and allocation can each be used alone; see docs/outlook.md.
"""
