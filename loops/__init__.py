"""Who asks it, when and on what paper: from a rubric to interview packets."""
