#!/usr/bin/env python3
"""Checks that includes go only to lower levels, and that core/ stays pure.

The table of ARCHITECTURE.md gives every folder of core/, native/ and web/ a level. A file may
include or import files of its own folder and of strictly lower ones. Nothing in core/ uses
floating point, clocks, random numbers or I/O.
"""
import os
import re
import sys
from pathlib import Path

from source_text import without_comments_and_strings

MAP = Path("ARCHITECTURE.md")
ROOTS = ("core", "native", "web")  # each is on the compiler's include path
GENERATED = {"assets.hpp", "fee_tables.hpp", "roboto.hpp"}
LIBRARIES = re.compile(r"imgui")
# Only these read and write JSON, and only in their .cpp files.
JSON_FOLDERS = {Path("core/codec"), Path("core/exchange")}
# This file prints a message before a broken invariant stops the program.
LAST_WORDS = Path("core/base/invariant.cpp")
BANNED_WORDS = re.compile(
    r"\b(double|float|(?:system|steady|high_resolution)_clock|getenv|rand|time\(|[fp]?rintf\()")
BANNED_HEADERS = re.compile(
    r"<(iostream|fstream|cstdio|ctime|filesystem|random|thread|mutex|atomic|cmath)>")
CPP_INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
TS_IMPORT = re.compile(r"""\bfrom\s+['"](\.[^'"]+)['"]""")


def read_levels() -> dict[Path, int]:
    """Reads table rows that start with a folder and its level: | `core/base` | 0 | … |"""
    row = re.compile(r"^\|\s*`([\w/]+)`\s*\|\s*(\d+)\s*\|", re.MULTILINE)
    return {Path(folder): int(level) for folder, level in row.findall(MAP.read_text())}


def target_of(file: Path, line: str) -> Path | str | None:
    """The folder that the line includes or imports from, or the path as written if unknown."""
    if file.suffix == ".ts":
        if found := TS_IMPORT.search(line):
            return Path(os.path.normpath(file.parent / found[1])).parent
        return None
    if not (found := CPP_INCLUDE.match(line)):
        return None
    if found[1] in GENERATED or LIBRARIES.match(found[1]):
        return None
    for root in ROOTS:
        if (Path(root) / found[1]).exists():
            return (Path(root) / found[1]).parent
    return found[1]


def include_problem(file: Path, line: str, levels: dict[Path, int]) -> str | None:
    folder, target = file.parent, target_of(file, line)
    if target is None or target == folder:
        return None
    if target not in levels:
        return f"includes from {target}, which is not in the table of {MAP}"
    if levels[target] >= levels[folder]:
        return (f"includes from {target}: {folder} has level {levels[folder]}, "
                f"{target} level {levels[target]}")
    return None


def purity_problems(file: Path, line: str, bare: str):
    if "<nlohmann/" in line and (file.parent not in JSON_FOLDERS or file.suffix != ".cpp"):
        yield "JSON belongs in the .cpp files of core/codec and core/exchange"
    for banned in (BANNED_HEADERS.search(line), BANNED_WORDS.search(bare)):
        if banned and file != LAST_WORDS:
            yield f"'{banned[1]}' is banned in core/"


def problems_of(file: Path, levels: dict[Path, int]):
    text = file.read_text()
    code = without_comments_and_strings(text) if file.parts[0] == "core" else ""
    bare_lines = code.splitlines()
    for number, line in enumerate(text.splitlines(), 1):
        if problem := include_problem(file, line, levels):
            yield f"{file}:{number}: {problem}"
        if file.parts[0] == "core":
            for problem in purity_problems(file, line, bare_lines[number - 1]):
                yield f"{file}:{number}: {problem}"


def main() -> None:
    levels = read_levels()
    files = sorted(f for root in ROOTS for f in Path(root).rglob("*")
                   if f.suffix in (".cpp", ".hpp", ".ts"))
    folders = {f.parent for f in files}
    problems = [f"{folder} has no level in {MAP}" for folder in sorted(folders - levels.keys())]
    problems += [f"{folder} is in the table of {MAP} but contains no source"
                 for folder in sorted(levels.keys() - folders)]
    if not problems:
        problems = [problem for file in files for problem in problems_of(file, levels)]
    print("\n".join(problems), end="\n" if problems else "")
    print(f"{len(files)} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
