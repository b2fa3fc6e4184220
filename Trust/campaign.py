"""What the scripts that try the promises of Taohua share: one result, as a file, for each promise."""

import datetime
import json
import pathlib
import resource

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "Trust/results"
# A run that took so many times as long as another tried more; less may be the machine.
LONGER = 2


def processor_seconds():
    """What all children took that have ended, and this process."""
    return sum(usage.ru_utime + usage.ru_stime for usage in (
        resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)))


class Campaign:
    """The trials of one promise.

    `mended` are the faults that such trials found in the program, a line each: they stay in the record when
    the trials pass.
    """

    def __init__(self, name, promise, how, mended=()):
        self.name, self.promise, self.how, self.mended = name, promise, how, list(mended)
        self.tried = {}
        self.failures = []
        self.started = processor_seconds()

    def count(self, unit, number=1):
        self.tried[unit] = self.tried.get(unit, 0) + number

    def expect(self, holds, words):
        """Notes a failure unless `holds`."""
        if not holds:
            self.failures.append(words)
            print(f"FAIL {self.name}: {words}", flush=True)

    def end(self, record):
        """Says how it went; writes the result where `record` is true. True where nothing failed.

        Of a run that was far shorter than the one on record, and in which nothing failed either, only the day is noted.
        """
        seconds = round(processor_seconds() - self.started, 1)
        tried = ", ".join(f"{number} {unit}" for unit, number in self.tried.items())
        if not self.failures:
            print(f"ok   {self.name}: {tried or 'SKIPPED'} ({seconds} s of processor)", flush=True)
        if record and self.tried:
            RESULTS.mkdir(exist_ok=True)
            today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
            result = {
                "promise": self.promise, "how": self.how, "tried": self.tried,
                "processor_seconds": seconds, "failures": len(self.failures), "mended": self.mended,
                "date": today}
            path = RESULTS / f"{self.name}.json"
            known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
            if known and not self.failures and not known["failures"] and known["processor_seconds"] > LONGER * seconds:
                result = known | {"tried_in_short": today, "mended": self.mended}
            path.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return not self.failures
