"""The private place where the other programs are installed, each at a fixed version."""

import pathlib
import shutil
import subprocess
import sys
from collections.abc import Sequence

from harness.places import BUILD

# What PyPI has; text-dedup's own pins hold most others.
PACKAGES = (
    "datasketch==2.0.0",
    "rensa==0.5.0",
    "gaoya==0.2.2",
    "text-dedup==0.4.0",
    "copydetect==0.5.0",
    "jscpd==5.4.2",
    "duckdb==2.0.0",
    "pydivsufsort==0.0.20",
    "numpy==2.4.6",
)
# Debian's, taken apart beside them: nothing is installed into the system.
DEBIAN = ("similarity-tester",)


class Environment:
    """A virtual environment and unpacked packages below .build/compare."""

    folder = BUILD / "compare"

    @property
    def python(self) -> pathlib.Path:
        """The interpreter that has the libraries."""
        return self.folder / "python/bin/python"

    def program(self, name: str) -> pathlib.Path:
        """A program of a Python package."""
        return self.folder / "python/bin" / name

    def debian(self, name: str) -> pathlib.Path:
        """A program of a Debian package."""
        return self.folder / "debian/usr/bin" / name

    def install(self, packages: Sequence[str] = PACKAGES) -> None:
        """Installs what is missing; does nothing when all is there as it should be."""
        note, wanted = self.folder / "installed", "\n".join([*packages, *DEBIAN])
        if note.exists() and note.read_text() == wanted:
            return
        print("installing the peers", file=sys.stderr)
        for part in ("python", "debian"):
            shutil.rmtree(self.folder / part, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", self.folder / "python"], check=True)
        subprocess.run([self.python, "-m", "pip", "install", "--quiet", *packages], check=True)
        if all([self._unpack(package) for package in DEBIAN]):
            note.write_text(wanted)

    def _unpack(self, package: str) -> bool:
        """Whether a Debian package could be had; its program is missing in the race where not."""
        archives = self.folder / "archives"
        archives.mkdir(exist_ok=True)
        try:
            subprocess.run(["apt-get", "download", "-qq", package], cwd=archives, check=True)
            for archive in archives.glob(f"{package}_*.deb"):
                subprocess.run(["dpkg-deb", "-x", archive, self.folder / "debian"], check=True)
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"no {package}: {problem}; on Debian, run apt-get update first", file=sys.stderr)
            return False
        return True

    def freeze(self) -> list[str]:
        """Every package that is installed, with its version."""
        done = subprocess.run(
            [self.python, "-m", "pip", "freeze"], capture_output=True, text=True, check=True
        )
        return done.stdout.split()
