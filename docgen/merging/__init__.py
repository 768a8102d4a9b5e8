"""Bringing what changed above into a draft that a person has edited in Word."""
