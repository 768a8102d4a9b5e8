"""Comparing a plan with its parent: what was taken over, changed, left out, added."""
