"""Learns the weights of `rubric.requirements` from invented postings."""
