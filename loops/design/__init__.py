"""From a rubric, a panel and rules to a loop with a proof, or to the rules that clash."""
