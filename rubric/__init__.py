"""What is asked for, and how it is rated: from the text of a posting to a rubric."""
