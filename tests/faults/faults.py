#!/usr/bin/env python3
"""Kills the command line or makes it fail at every call that writes, and checks what remains.

Each command of COMMANDS runs in a real directory, first without faults to count its calls (those
that faults.cpp, which is preloaded, counts). It then runs once for each call and each fault: killed
before the call, killed in the middle of a write, the call failing with ENOSPC, EIO or EROFS, and
every call from there on failing. Afterward, every record must be the old one or the new one, byte
for byte; the command's records are all old or all new; acknowledged changes are there and refused
ones are not; and the next command works and leaves nothing behind. crowd.py adds full and read-only
disks and many processes at once.

Usage: faults.py [CPPO]
"""
import errno
import os
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import crowd

ROOT = Path(__file__).resolve().parents[2]
SHOWN_MOST = 10
# A normal directory, except that a sync does not wait for a disk.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS)
SIGN = "deal sign --id loom-backup --name Nobody --title Director --on 2026-11-20"
SET = "deal set --id loom-backup --on 2026-11-20 --field price --value "
# Ready for its offer, which is saved together with the use of the authorization.
SUBMITTED = ["data sample", "deal fees --id loom-backup --marketplace 3 --processing 1 "
             "--on 2026-11-20", f"{SIGN} --party partner", f"{SIGN} --party customer",
             "deal submit --id loom-backup --to mpcustdesk@amazon.com --on 2026-11-20"]
SMALL = ["authorization new --form raf --id a --on 2026-11-20",
         "deal new --authorization a --id b --on 2026-11-20", "data export small.json",
         "authorization set --id a --field isv_name --value Nobody --on 2026-11-20",
         "workspace set --field contact --value Somebody"]
FIRST = "workspace set --field salt --value " + "00ff" * 8


@dataclass
class Command:
    """A command, the commands before it, and the files put into the directory in between."""
    title: str
    before: list
    words: str
    files: dict = field(default_factory=dict)
    records: bool = True  # False if it writes a user's file instead
    then: str = "workspace set --field contact --value Nobody"  # the next command


COMMANDS = [
    Command("the first command", [], FIRST, then=FIRST),
    Command("one record", ["data sample"], SET + "470000"),
    Command("a deal and its authorization", SUBMITTED,
            "deal create-offer --id loom-backup --offer offer-5kq8v2tz7wn4d --on 2026-11-20"),
    Command("an import over a damaged record", SMALL, "data import small.json --replace",
            {"data/deals/b.json": b"{"}),
    Command("an export to a file", ["data sample"], "data export desk.json --force",
            {"desk.json": b"an older one"}, records=False, then="data export desk.json --force"),
]


def files_of(folder: Path) -> dict:
    return {str(file.relative_to(folder)): file.read_bytes()
            for file in folder.rglob("*") if file.is_file()}


def write_files(folder: Path, files: dict) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def view(files: dict) -> dict:
    """The files as a reader sees them, including those still in a committed batch."""
    seen = {name: data for name, data in files.items() if not name.startswith("data/batch")}
    for name, data in files.items():
        if name.startswith("data/batch/"):
            seen[name.replace("batch/", "")] = data
    seen.pop("desk.json.cppo-new", None)
    return seen


def unsynced(log: list, data: str) -> str:
    """Where a power cut could undo a committed change according to the log, or nothing."""
    waiting = set()
    inside = (f"{data}/batch", f"{data}/batch.new")

    def is_inside(path: str) -> bool:
        return path in inside or path.startswith(tuple(name + "/" for name in inside))

    for line in log:
        _, call, path, *other = line.split(" ")
        folder = os.path.dirname(path)
        if call == "fsync":
            waiting.discard(path)
        elif call in ("open", "write", "mkdir"):
            waiting |= {folder} if call == "mkdir" else {folder, path}
        elif call == "rename":
            needed = {name for name in waiting if f"{name}/".startswith(path + "/")}
            if folder.startswith(f"{data}/batch"):
                needed |= waiting & {data}  # the batch is committed before its files move
            if needed:
                return f"{line}: {sorted(needed)} may not be on the disk"
            waiting |= {folder, os.path.dirname(other[0])}
        elif call != "close" and is_inside(path):
            if needed := sorted(name for name in waiting if not is_inside(name)):
                return f"{line}: {needed} may not be on the disk"
            waiting = {name for name in waiting if not is_inside(name)}
    left = sorted(name for name in waiting if name != data and not is_inside(name))
    return f"at the end {left} may not be on the disk" if left else ""


class Trial:
    """One command with every fault it can have."""

    def __init__(self, cppo: Path, command: Command, files: dict = None):
        self.cppo, self.command = cppo, command
        with tempfile.TemporaryDirectory(dir=MEMORY) as name:
            folder = Path(name)
            if files is None:
                for words in command.before:
                    self.done(folder, words)
                write_files(folder, command.files)
                files = files_of(folder)
            write_files(folder, files)
            self.start, self.old = files, view(files)
            self.log = folder / "log"
            self.done(folder, command.words, CPPO_FAULT_LOG=str(self.log))
            self.calls = self.log.read_text().splitlines()
            self.log.unlink()
            self.unsynced = unsynced(self.calls, f"{folder.resolve()}/data")
            self.new = files_of(folder)
        self.looks = {}  # a cache, because the remaining files are often the same
        self.nexts = [self.after_next(state) for state in (self.old, self.new)]

    def run(self, folder: Path, words: str, **fault) -> tuple:
        env = {**os.environ, **fault}
        if fault:
            env["LD_PRELOAD"] = str(self.cppo.parent / "faults.so")
        ran = subprocess.run([self.cppo, "--data", "data", *shlex.split(words)], cwd=folder,
                             env=env, capture_output=True, text=True, timeout=60)
        return ran.returncode, ran.stdout, ran.stderr

    def done(self, folder: Path, words: str, **fault) -> str:
        code, out, err = self.run(folder, words, **fault)
        if code:
            sys.exit(f"{words}: {code} {err}")
        return out

    def after_next(self, files: dict) -> tuple:
        """What a reader sees in these files, how the next command ends, and what it leaves."""
        with tempfile.TemporaryDirectory(dir=MEMORY) as name:
            write_files(Path(name), files)
            return self.look_on(Path(name))

    def look_on(self, folder: Path) -> tuple:
        (folder / "data").mkdir(exist_ok=True)  # a missing folder is an error, an empty one is not
        read = self.run(folder, "data export -")
        then = self.run(folder, self.command.then)
        strays = {str(path.relative_to(folder)) for path in folder.rglob("*")
                  if path.is_dir() or path.suffix in (".new", ".cppo-new")}
        strays -= {"data", "data/authorizations", "data/deals"}
        return read, then, view(files_of(folder)), strays

    def faults(self):
        """(title, environment) for every fault of every call."""
        for number, line in enumerate(self.calls, 1):
            at = {"CPPO_FAULT_LOG": "/dev/null", "CPPO_FAULT_AT": str(number)}
            call = line.split(" ")[1]
            yield f"kill {number} {call}", {**at, "CPPO_FAULT": "kill"}
            if call == "write":
                yield f"half {number} {call}", {**at, "CPPO_FAULT": "half"}
            for code in ERRORS:
                yield f"{errno.errorcode[code]} {number} {call}", {**at, "CPPO_FAULT": str(code)}
            # As Linux does after a disk error.
            yield (f"EROFS from {number} {call} on",
                   {**at, "CPPO_FAULT": str(errno.EROFS), "CPPO_FAULT_ALL": "1"})

    def check(self, fault: dict) -> tuple:
        """The outcome in one word, and the problem or nothing."""
        with tempfile.TemporaryDirectory(dir=MEMORY) as name:
            folder = Path(name)
            write_files(folder, self.start)
            code, _, err = self.run(folder, self.command.words, **fault)
            files = files_of(folder)
            seen = view(files)
            what = {0: "done", 1: "refused", -9: "killed"}.get(code, "crashed")
            return what, (self.wrong_answer(code, err, seen, "CPPO_FAULT_ALL" in fault)
                          or self.wrong_files(files) or self.wrong_next(folder, seen))

    def wrong_answer(self, code: int, err: str, seen: dict, all_fail: bool) -> str:
        if seen not in (self.old, self.new):
            return "neither the old records nor the new ones"
        if code == 0:
            return "" if seen == self.new else "acknowledged and lost"
        if code == 1 and "STORAGE_FAILED" not in err:
            return f"the refusal says: {err}"
        # If every call fails, the command cannot undo its last change or a replaced file.
        if code == 1 and seen != self.old and self.command.records and not all_fail:
            return "refused and done"
        return "" if code in (1, -9) else f"exit code {code}: {err}"

    def wrong_files(self, files: dict) -> str:
        """A record file that is neither the old nor the new one, or nothing."""
        for name, data in files.items():
            if name.startswith("data/batch.new/") or name == "desk.json.cppo-new":
                continue
            place = name.replace("/batch/", "/")
            if data not in (self.start.get(place), self.old.get(place), self.new.get(place)):
                return f"{name} is not a complete record"
        return ""

    def wrong_next(self, folder: Path, seen: dict) -> str:
        left = tuple((path.relative_to(folder), path.is_file() and path.read_bytes())
                     for path in sorted(folder.rglob("*")))
        if left not in self.looks:
            self.looks[left] = self.look_on(folder)
        names = ("a reader sees", "the next command says", "the next command leaves",
                 "beside the records it leaves")
        for name, is_so, should in zip(names, self.looks[left], self.nexts[seen == self.new]):
            if is_so != should:
                return f"{name} other than {should!r:.200}: {is_so!r:.200}"
        return ""


def interrupted(trial: Trial) -> list:
    """The files after a kill when the batch is committed and some of its files have moved."""
    starts = []
    moves = [n for n, line in enumerate(trial.calls, 1) if "rename" in line and "/batch/" in line]
    for number in (moves[0], moves[len(moves) // 2]):
        with tempfile.TemporaryDirectory(dir=MEMORY) as name:
            write_files(Path(name), trial.start)
            trial.run(Path(name), trial.command.words, CPPO_FAULT_LOG="/dev/null",
                      CPPO_FAULT="kill", CPPO_FAULT_AT=str(number))
            starts.append(files_of(Path(name)))
    return starts


def main() -> None:
    cppo = (ROOT / (sys.argv[1:] or ["build/native/cppo"])[0]).resolve()
    trials = [Trial(cppo, command) for command in COMMANDS]
    for number, files in enumerate(interrupted(trials[3]), 1):
        words = "workspace set --field partner_name --value Nobody"
        trials.append(Trial(cppo, Command(f"after an interruption, {number}", [], words), files))
    results, kinds = [], Counter()
    for trial in trials:
        title, faults = trial.command.title, list(trial.faults())
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = list(pool.map(trial.check, (fault for _, fault in faults)))
        counts = Counter(what for what, _ in answers)
        kinds.update(name.split(" ")[0] for name, _ in faults)
        print(f"{title}: {len(trial.calls)} calls, {len(faults)} faults, {dict(counts)}")
        results.append((f"{title}: power cut", trial.unsynced))
        results += [(f"{title}: {name}", why) for (name, _), (_, why) in zip(faults, answers)]
    print(f"faults: {dict(kinds)}")
    results += crowd.checks(cppo)
    failed = [(title, why) for title, why in results if why]
    for title, why in failed[:SHOWN_MOST]:
        print(f"FAILED {title}: {why}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
