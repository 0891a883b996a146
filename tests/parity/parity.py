#!/usr/bin/env python3
"""Runs the command line natively and as WebAssembly and compares all results, byte for byte.

Covers every case and story, the quotes of all cases in one stream, and the commands of session.txt
on a directory of records. Compares standard output, standard error, exit code and resulting files.
Usage: parity.py [NATIVE [WEB]]
"""
import json
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


class Side:
    """One of the two programs, with its own working directory."""

    def __init__(self, command: list[str], folder: str):
        self.command = command
        self.folder = Path(folder)
        (self.folder / "tests").symlink_to(TESTS)

    def run(self, words: list[str], text: str = "") -> tuple:
        # Files instead of pipes, because node returns EAGAIN for an empty or full pipe.
        with (tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as told,
              tempfile.TemporaryFile() as said):
            asked.write(text.encode())
            asked.seek(0)
            code = subprocess.run([*self.command, *words], cwd=self.folder, stdin=asked,
                                  stdout=told, stderr=said, timeout=120).returncode
            told.seek(0)
            said.seek(0)
            return code, told.read().decode(), said.read().decode()

    def files(self) -> dict:
        return {str(file.relative_to(self.folder)): file.read_bytes()
                for file in sorted(self.folder.rglob("*"))
                if file.is_file() and "tests" not in file.relative_to(self.folder).parts}


def difference(native, web) -> str:
    """The first line in which two results differ."""
    names = ("exit code", "standard output", "standard error")
    for name, ours, theirs in zip(names, native, web):
        if ours == theirs:
            continue
        pairs = zip(str(ours).splitlines() + [""], str(theirs).splitlines() + [""])
        first = next(((a, b) for a, b in pairs if a != b), (ours, theirs))
        return f"{name}: native {first[0]!r}, WebAssembly {first[1]!r}"
    return ""


def compare(sides: list[Side], words: list[str], text: str = "") -> str:
    native, web = (side.run(words, text) for side in sides)
    return difference(native, web)


def single_runs() -> list[tuple[str, list[str], str]]:
    """Commands that save nothing: a title, the words, standard input."""
    given = {file.name.removesuffix(".case.json"): json.dumps(json.loads(file.read_text())["given"])
             for file in sorted((TESTS / "cases").glob("*.case.json"))}
    runs = [("quote of every case", ["quote", "-", "--each"], "\n".join(given.values()))]
    for name in ("02-three-years", "published-korea", "refused-below-wholesale"):
        runs.append((f"quote {name}", ["quote", "-"], given[name]))
        runs.append((f"quote {name} --json", ["quote", "-", "--json"], given[name]))
    for folder in ("tests/cases", "tests/stories"):
        runs.append((f"test {folder}", ["test", folder], ""))
        runs.append((f"test {folder} --json", ["test", folder, "--json"], ""))
        runs.append((f"test {folder} junit", ["test", folder, "--format", "junit"], ""))
    return runs


def session(sides: list[Side]):
    """Yields the commands of session.txt with their differences."""
    for number, line in enumerate((TESTS / "parity/session.txt").read_text().splitlines(), 1):
        if line.startswith("!write "):
            _, name, text = line.split(" ", 2)
            for side in sides:
                (side.folder / name).write_text(text)
        elif line and not line.startswith("#"):
            command, _, text = line.partition(" <<< ")
            words = ["--data", "data", *shlex.split(command)]
            yield f"session.txt:{number}: {command}", compare(sides, words, text)
    native, web = (side.files() for side in sides)
    for name in sorted(native.keys() | web.keys()):
        same = native.get(name) == web.get(name)
        yield f"file {name}", "" if same else "the two programs left different bytes"


def main() -> None:
    given = sys.argv[1:] + ["build/native/cppo", "build/web/cppo.js"][len(sys.argv) - 1:]
    native, web = (str((ROOT / path).resolve()) for path in given)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        sides = [Side([native], one), Side(["node", web], other)]
        runs = single_runs()
        with ThreadPoolExecutor(2) as pool:
            answers = pool.map(lambda run: compare(sides, run[1], run[2]), runs)
            results = [(run[0], answer) for run, answer in zip(runs, answers)]
        results += session(sides)
        # If both left the directory empty, the comparison would prove nothing.
        results.append(("records are left", "" if sides[0].files() else "there are none"))
    failed = [(title, answer) for title, answer in results if answer]
    for title, answer in failed:
        print(f"FAILED {title}\n  {answer}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
