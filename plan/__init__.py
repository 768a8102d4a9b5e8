"""The shared model: what a plan (kế hoạch) is, and the tables both halves read."""
