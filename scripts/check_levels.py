#!/usr/bin/env python3
"""Checks that core/ keeps its one-way folders and its purity.

The table of core/README.md gives every folder a level; a file may include files of its own folder
and of strictly lower ones. Nothing in core/ touches floating point, clocks, chance or the outside.
"""
import re
import sys
from pathlib import Path

from source_text import without_comments_and_strings

CORE = Path("core")
GENERATED = {"assets.hpp", "fee_tables.hpp"}
# Only these read and write JSON, and only in their .cpp files.
JSON_FOLDERS = {"codec", "exchange"}
# A broken invariant has to say so before it stops the program.
LAST_WORDS = CORE / "base" / "invariant.cpp"
BANNED_WORDS = re.compile(
    r"\b(double|float|(?:system|steady|high_resolution)_clock|getenv|rand|time\(|[fp]?rintf\()")
BANNED_HEADERS = re.compile(
    r"<(iostream|fstream|cstdio|ctime|filesystem|random|thread|mutex|atomic|cmath)>")


def read_levels() -> dict[str, int]:
    """Table rows that start with a folder and its level: | `base/` | 0 | … |"""
    row = re.compile(r"^\|\s*`?(\w+)/?`?\s*\|\s*(\d+)\s*\|", re.MULTILINE)
    readme = CORE / "README.md"
    text = readme.read_text() if readme.exists() else ""
    return {folder: int(level) for folder, level in row.findall(text)}


def include_problem(file: Path, included: str, levels: dict[str, int]) -> str | None:
    if included in GENERATED:
        return None
    folder, target = file.parts[1], included.split("/")[0]
    if target not in levels:
        return f'includes "{included}", which is no folder of core/'
    if target != folder and levels[target] >= levels[folder]:
        return (f'includes "{included}": {folder}/ is of level {levels[folder]}, '
                f"{target}/ of level {levels[target]}")
    return None


def problems_of(file: Path, levels: dict[str, int]):
    code = without_comments_and_strings(file.read_text())
    for number, (line, bare) in enumerate(zip(file.read_text().splitlines(), code.splitlines()), 1):
        where = f"{file}:{number}"
        if include := re.match(r'\s*#\s*include\s+"([^"]+)"', line):
            if problem := include_problem(file, include[1], levels):
                yield f"{where}: {problem}"
        if "<nlohmann/" in line and (file.parts[1] not in JSON_FOLDERS or file.suffix != ".cpp"):
            yield f"{where}: JSON belongs in the .cpp files of codec/ and exchange/"
        for banned in (BANNED_HEADERS.search(line), BANNED_WORDS.search(bare)):
            if banned and file != LAST_WORDS:
                yield f"{where}: '{banned[1]}' is banned in core/"


def main() -> None:
    levels = read_levels()
    files = sorted(f for f in CORE.rglob("*") if f.suffix in (".cpp", ".hpp"))
    problems = [f"core/{folder}/ has no level in core/README.md"
                for folder in sorted({f.parts[1] for f in files} - levels.keys())]
    if not problems:
        problems = [problem for file in files for problem in problems_of(file, levels)]
    print("\n".join(problems), end="\n" if problems else "")
    print(f"{len(files)} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
