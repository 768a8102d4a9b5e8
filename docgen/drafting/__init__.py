"""The stages of drafting: what a commune's plan takes over from the plan above it."""
