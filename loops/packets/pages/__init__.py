"""Each page of each document: what it says to the blocks it is drawn from."""
