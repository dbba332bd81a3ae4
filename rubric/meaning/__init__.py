"""Likeness of texts in meaning, by a small sentence encoder that runs in numpy; loaded when first used."""
