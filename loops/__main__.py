"""`python -m loops`: read a posting, plan a loop, write packets."""

import sys

from loops.cli import main

if __name__ == "__main__":
    sys.exit(main())
