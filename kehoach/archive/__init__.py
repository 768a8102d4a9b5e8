"""The archive: thousands of documents as one database that is searched, exported and looked at.

`run.add` fills it, `store` keeps it, `resolve` joins what belongs together.
"""
