"""How fast reading is, as ratios measured in one run; `make benchmarks` prints them."""
