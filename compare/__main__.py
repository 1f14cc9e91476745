"""`python -m compare` is `compare`."""

import sys

from compare.cli import main

sys.exit(main())
