"""Checking a Word document against the layout of Decree 30/2020/NĐ-CP."""
