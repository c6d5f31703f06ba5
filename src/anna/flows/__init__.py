"""Everything Anna does over time: a language of small files, a pure engine for them, and the durable runner on top.

`steps` and `definition` what a flow is · `reading` and `language` how its text is read · `vocabulary` and `check` whether its words exist · `model`
and `engine` how a run of it moves, without input or output · `show` and `dry` for the person who writes one.
"""
