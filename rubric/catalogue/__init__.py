"""The words: competencies, behavioural anchors, questions, relations."""
