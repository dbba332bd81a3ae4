"""Exchange formats, in and out."""
