"""Years of a whole organisation in minutes, from one seed: people who do what people do, and everything that can break.

`python -m tests.simulate` (make simulate). deeds.py draws what will happen, life.py lets it happen, promises.py judges
after every step, shrink.py looks for the shortest story that still goes wrong.
"""
