"""The pages of an archive: Datasette on this machine alone, with views made for plans.

`site` puts them together, `plugin` is what Datasette asks; queries are in `views`.
"""
