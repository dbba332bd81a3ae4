"""A loop that is already run, read from a file, looked over and mended with the fewest edits."""
