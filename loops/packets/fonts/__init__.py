"""The vendored faces: subsets of Noto Sans under the Open Font License (see SOURCES.md)."""
