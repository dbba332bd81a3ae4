"""`python -m rubric.exchange`."""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""One thread: sentences are short, and threads that wait for one another made the linker slower."""

from rubric.exchange.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
