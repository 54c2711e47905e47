"""Lets scripts import the core, which lives beside the hooks. Import this first."""

import gc
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # we have none, and to look takes a while
gc.set_threshold(10_000)  # of the many things that imports make, hardly one is rubbish
