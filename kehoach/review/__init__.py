"""The review page: a document beside its data, for a person to confirm, correct or reject.

`page` makes the page, `saved` takes what a person saved in it as the truth for the document.
"""
