"""`python -m rubric.catalogue`."""

import sys

from rubric.catalogue.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
