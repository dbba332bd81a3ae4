"""One module for each screen: widgets in, one step called, values out."""
