"""Reports to look at, made by the program that was built last."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("TAOHUA", ROOT / ".build/release/taohua"))
SAMPLE = ROOT / "corpus"


class Report:
    """A page, and the JSON of the same run."""

    def __init__(self, page, data):
        self.page = page
        self.data = json.loads(data.read_text(encoding="utf-8"))

    def __getitem__(self, name):
        return self.data[name]


def taohua(*arguments, within, status=0):
    """Runs the program in the folder `within`; its standard output."""
    run = subprocess.run([PROGRAM, *map(str, arguments)], cwd=within, capture_output=True, text=True, timeout=300)
    assert run.returncode == status, f"taohua {arguments[0]} ended with {run.returncode}:\n{run.stderr}"
    return run.stdout


def audit(folder, *arguments, within=ROOT, status=0):
    """Audits into `folder`."""
    taohua("audit", *arguments, "-o", folder, within=within, status=status)
    return Report(folder / "index.html", folder / "report.json")


def check(folder, draft, *arguments, status=1):
    """Checks `draft`, a file in `folder`, and leaves draft.html and draft.json beside it."""
    taohua("check", draft, *arguments, "--report", "html=draft.html", "--report", "json=draft.json",
           within=folder, status=status)
    return Report(folder / "draft.html", folder / "draft.json")
