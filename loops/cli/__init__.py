"""The command line: `python -m loops read | plan | packets`."""

from loops.cli.main import main as main
