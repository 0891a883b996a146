#!/usr/bin/env python3
"""Checks the house style that a machine can check: lengths, blanks, wording, where JSON may be."""
import ast
import re
import sys
from pathlib import Path

from source_text import functions
from tidy_tree import dead_files, dead_golden_files, name_problems, tag_problems
from wording import wording_problems

MAX_COLUMNS, MAX_LINES, MAX_FUNCTION_LINES = 100, 400, 60
FOLDERS = ("core", "native", "web", "assets", "tests", "scripts", ".ci")
PRODUCT = {"core", "native", "web", "assets"}
BRACED = {".cpp", ".hpp", ".ts", ".mjs", ".cjs"}
CODE = BRACED | {".py", ".css", ".cmake", ""}
TEXT = CODE | {".html", ".md", ".json", ".deal", ".txt", ".csv", ".webmanifest", ".svg"}
# Results as some program printed them are compared byte for byte, whatever they look like.
AS_PRINTED = {"golden", "package-lock.json"}
# Each with a bracket that keeps this list from finding itself.
FORBIDDEN = (
    (re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b"), "is to be done now or filed as an issue"),
    (re.compile(r"(?<![\w.])/(?:wo[r]k|ro[o]t|ho[m]e)/\w+"), "is a path of one machine"),
    (re.compile(r"https?://(?:registry|deb|ftp|mirrors?)\.\S+"), "is the address of a registry"),
)


def text_problems(text: str):
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            yield number, "has a tab"
        if line != line.rstrip():
            yield number, "ends in blanks"
        for pattern, why in FORBIDDEN:
            if found := pattern.search(line):
                yield number, f"'{found[0]}' {why}"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "does not end its last line"


def python_functions(text: str):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def code_problems(file: Path, text: str):
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_COLUMNS:
            yield number, f"has {len(line)} columns, {MAX_COLUMNS} are the most"
    if len(lines) > MAX_LINES:
        yield len(lines), f"is the last of too many lines, {MAX_LINES} are the most"
    found = functions(text) if file.suffix in BRACED else (
        python_functions(text) if file.suffix == ".py" else ())
    for number, length in found:
        if length > MAX_FUNCTION_LINES:
            yield number, f"starts a function of {length} lines, {MAX_FUNCTION_LINES} are the most"


def header_problems(text: str):
    if not text.startswith("// "):
        yield 1, "does not say what the header decides"
    if "#pragma once\n" not in text:
        yield 1, "has no #pragma once"
    if "<nlohmann/" in text:
        yield 1, "brings the JSON library into a header"


def glossary_problems(text: str):
    """A row above the table's head is no row; words are found because they are in order."""
    rows = [(number, line.split(" | ")[0].lower()) for number, line
            in enumerate(text.splitlines(), 1) if line.startswith("| ")]
    if rows[0][1] != "| word":
        yield rows[0][0], "stands above the table's head"
    for (_, before), (number, word) in zip(rows[1:], rows[2:]):
        if word <= before:
            yield number, f"'{word[2:]}' does not come after '{before[2:]}'"


# A link, or a path in code marks: it begins with a folder of ours and is no pattern or address.
NAMED_PATH = re.compile(
    r"\]\((?![a-z]+:|#)([^)#]+)|`((?:\.\./)?(?:assets|core|native|scripts|tests|web)/[\w./-]+)`")


def path_problems(file: Path, text: str):
    for number, line in enumerate(text.splitlines(), 1):
        for link, path in NAMED_PATH.findall(line):
            if not (file.parent / (link or path)).exists() and not Path(path or "?").exists():
                yield number, f"names '{link or path}', which is not there"


def plain_words(text: str) -> str:
    """`OfferId`, `offer_id` and "Offer ID" alike: "offer id"."""
    return re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)).lower()


def unused_words(glossary: Path, texts: dict[Path, str]):
    used = plain_words(" ".join(text for file, text in texts.items() if file.parts[0] in PRODUCT
                                and file.suffix in BRACED | {".txt"}))
    for number, line in enumerate(texts[glossary].splitlines(), 1):
        word = line.split(" | ")[0].removeprefix("| ")
        if line.startswith("| ") and word != "Word" and plain_words(word).strip() not in used:
            yield number, f"'{word}' appears nowhere in the program"


def rule_set_problems(text: str):
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(r"[!=]=\s*RuleSet::|RuleSet::\w+\s*[!=]=", line):
            yield number, "compares a rule set: ask core/rules for what differs"


def problems_of(file: Path, text: str):
    yield from text_problems(text)
    yield from wording_problems(file, text)
    if file.suffix in CODE:
        yield from code_problems(file, text)
    if file.name == "GLOSSARY.md":
        yield from glossary_problems(text)
    if file.suffix == ".md":
        yield from path_problems(file, text)
    if file.suffix == ".hpp":
        yield from header_problems(text)
    yield from name_problems(file, text)
    yield from tag_problems(file, text)
    if file.parts[0] in PRODUCT and file.suffix in BRACED and file.parts[:2] != ("core", "rules"):
        yield from rule_set_problems(text)


def project_files() -> list[Path]:
    found = [f for f in Path().iterdir() if f.is_file() and f.name != ".git"]  # of a worktree
    for folder in FOLDERS:
        found += [f for f in Path(folder).rglob("*") if f.is_file()]
    return sorted(f for f in found if f.suffix in TEXT
                  and not AS_PRINTED.intersection(f.parts) and "__pycache__" not in f.parts)


def read(files: list[Path], problems: list[str]) -> dict[Path, str]:
    texts = {}
    for file in files:
        try:
            texts[file] = file.read_text()
        except UnicodeDecodeError:
            problems.append(f"{file}:1: is not UTF-8")
    return texts


def main() -> None:
    problems: list[str] = []
    texts = read(project_files(), problems)
    for file, text in texts.items():
        problems += [f"{file}:{number}: {problem}" for number, problem in problems_of(file, text)]
    for rule in (dead_files, dead_golden_files):
        problems += [f"{file}: {problem}" for file, problem in rule(texts)]
    glossary = Path("core/GLOSSARY.md")
    problems += [f"{glossary}:{number}: {problem}"
                 for number, problem in unused_words(glossary, texts)]
    print("\n".join(problems), end="\n" if problems else "")
    print(f"{len(texts)} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
