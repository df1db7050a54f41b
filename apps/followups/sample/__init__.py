"""Sample data: facts of real decisions in our own words, and invented ones that say so.

Prose and values are data (`*.toml`, `decisions/`, `files/`). A decision is one `.toml` and a `.txt` for
each language, in which every ask that is followed stands between `<<key|` and `>>`.
"""
