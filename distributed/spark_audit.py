#!/usr/bin/env python3
"""Audits a corpus on a Spark cluster: what `taohua audit` writes, byte for byte.

usage: python3 distributed/spark_audit.py --master URL --work FOLDER [OPTION ...] PATH ...
       spark-submit distributed/spark_audit.py --work FOLDER [OPTION ...] PATH ...

The stages are commands of taohua (docs/distributed.md); Spark hands out which part is whose, tries again
what failed, and says how far it is. Documents never pass through Python or Spark: tasks read and write files
below the work folder and the paths, which all nodes see under the same names.

spark-submit puts what goes to standard error into standard output; who reads that starts it with python3.
Running the same again makes only what is missing, damaged or of files that have changed.
"""

import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import threading
import time

TASK = pathlib.Path(__file__).resolve().parent / "task"


class Failed(Exception):
    """A task that failed; its words."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders, as for taohua audit")
    parser.add_argument("--work", required=True, metavar="FOLDER", help="where the parts are kept, on shared storage")
    parser.add_argument("--master", metavar="URL", help="the cluster, as for spark-submit, which has it of its own")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE", help="a property of Spark; may be repeated")
    parser.add_argument("--program", default="taohua", help="taohua on the nodes and here (default: on the PATH)")
    parser.add_argument("--splits", default="8", help="parts that the files are read in, or shares: 3,1,1 (default: 8)")
    parser.add_argument("--ranges", type=int, default=16, help="parts that windows are grouped in (default: 16)")
    parser.add_argument("--threads", type=int, default=1, help="threads of a task; give spark.task.cpus the same")
    parser.add_argument("--read", default="", metavar="OPTIONS", help="options of taohua shard: '--min-documents 3'")
    parser.add_argument("--finish", default="", metavar="OPTIONS", help="options of taohua finish: '-o reports'")
    return parser.parse_args()


def checked(line):
    """The words of a task's line; raises the error that it tells, so that Spark tries the task again."""
    state, _, words = line.partition("\t")
    if state != "ok":
        raise Failed(words)
    return words


class Cluster:
    def __init__(self, context, options):
        self.context, self.options = context, options
        self.work = os.path.abspath(options.work)
        # RDD.pipe gives its programs no environment but what is named.
        self.environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}

    def lines(self, stage, count):
        """Runs the tasks 1 to `count` of a stage, a partition each; what each says of itself."""
        tasks = ["\t".join([self.options.program, self.work, stage, str(number), str(self.options.threads)])
                 for number in range(1, count + 1)]
        command = "sh -c " + shlex.quote(TASK.read_text())
        return self.context.parallelize(tasks, count).pipe(command, self.environment, checkCode=True).map(checked)

    def run(self, stage, count):
        """Runs a stage to its end, telling how far it is."""
        watch = Watch(self.context, stage, count)
        with watch:
            results = self.lines(stage, count).collect()
        made = sum("is there already" not in words for words in results)
        tell(f"{stage}: {count} of {count}, {made} made, {count - made} there, {watch.seconds:.1f} s")

    def check_nodes(self, version):
        """Says at once where the program is missing, or is another than `version`."""
        found = set(self.lines("version", 2 * max(self.context.defaultParallelism, 2)).collect())
        if found != {version}:
            raise Failed(f"the nodes have other versions of {self.options.program}: here {version}, there "
                         + ", ".join(sorted(found - {version})) + "; install the same everywhere")


class Watch:
    """Tells every second how many tasks of a stage are done."""

    def __init__(self, context, stage, count):
        self.context, self.stage, self.count = context, stage, count
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.start = time.monotonic()
        self.thread.start()

    def __exit__(self, *_):
        self.seconds = time.monotonic() - self.start
        self.ended.set()
        self.thread.join()

    def watch(self):
        tracker, said = self.context.statusTracker(), None
        while not self.ended.wait(1):
            stages = [tracker.getStageInfo(number) for number in tracker.getActiveStageIds()]
            counts = [(info.numCompletedTasks, info.numFailedTasks) for info in stages if info]
            if counts and counts[0] != said:
                said = counts[0]
                failed = f", {said[1]} tried again" if said[1] else ""
                tell(f"{self.stage}: {said[0]} of {self.count}{failed}")


def tell(words):
    print(f"spark_audit: {words}", file=sys.stderr, flush=True)


def words_of(error):
    """What a task said, out of all that Spark makes of it."""
    for line in str(error).splitlines():
        _, found, words = line.partition("Failed: ")
        if found:
            return words
    return str(error)


def main():
    options = arguments()
    from py4j.protocol import Py4JJavaError
    from pyspark import SparkConf, SparkContext

    program, work = options.program, os.path.abspath(options.work)
    plan = [program, "shard", work, *options.paths, "--splits", options.splits, "--ranges", str(options.ranges),
            "--plan", *shlex.split(options.read)]
    try:
        version = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True).stdout.strip()
        status = subprocess.run(plan, stdout=sys.stderr).returncode
    except OSError as error:
        tell(f"{program}: {error.strerror}; install it here, or name where it is with --program")
        return 2
    if status:
        return status
    splits = len(options.splits.split(",")) if "," in options.splits else int(options.splits)
    conf = SparkConf().setAppName("taohua audit").setAll([entry.split("=", 1) for entry in options.conf])
    if options.master:
        conf.setMaster(options.master)
    context = SparkContext(conf=conf)
    try:
        context.setLogLevel("ERROR")
        cluster = Cluster(context, options)
        cluster.check_nodes(version)
        cluster.run("shard", splits)
        cluster.run("merge", options.ranges)
    except (Failed, Py4JJavaError) as error:
        tell(words_of(error))
        tell("run the same again: what is done is kept")
        return 2
    finally:
        context.stop()
    return subprocess.run([program, "finish", work, *shlex.split(options.finish)]).returncode


if __name__ == "__main__":
    sys.exit(main())
