"""Parses C++ and TypeScript just well enough for the style checks."""
import re

TOKENS = re.compile(
    r"""
      //[^\n]*
    | /\*.*?\*/
    | R"(?P<delimiter>[^(\s]*)\(.*?\)(?P=delimiter)"
    | "(?:\\.|[^"\\\n])*"
    | (?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])*'
    | `(?:\\.|[^`\\])*`
    | (?<=[(=,:!&|?])\s*/(?![/*=\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*
    """,
    re.VERBOSE | re.DOTALL,
)


def without_comments_and_strings(text: str) -> str:
    """The code alone, with the same line numbers; strings become empty quotes."""

    def blank(match: re.Match) -> str:
        kept = "" if match[0].startswith("/") else '""'
        return kept + "\n" * match[0].count("\n")

    return TOKENS.sub(blank, text)


# A block that contains function definitions, as opposed to one inside a function.
OUTER_BLOCK = re.compile(r"\b(namespace|class|struct|union|enum|extern|interface)\b[^()]*$")


def is_function(header: str) -> bool:
    """Whether the text before a brace opens a function, not a table of values."""
    header = re.sub(r"operator\s*\W+?\s*\(", "operator(", header)
    if header.rstrip().endswith("=>"):
        return True
    while "(" in (shorter := re.sub(r"\([^()]*\)", "#", header)) and shorter != header:
        header = shorter
    header = re.sub(r"\([^()]*\)", "#", header)
    return "#" in header and "=" not in header


def functions(text: str):
    """Yields the first line and the number of lines of every outermost function."""
    code = without_comments_and_strings(text)
    header_start, line = 0, 1
    open_blocks: list[tuple[str, int]] = []
    for position, character in enumerate(code):
        kind = ""
        if character == "\n":
            line += 1
        elif character == "{":
            kind = block_kind(code[header_start:position], open_blocks)
            open_blocks.append((kind, line - code[header_start:position].lstrip().count("\n")))
        elif character == "}" and open_blocks:
            kind, first = open_blocks.pop()
            if kind == "function":
                yield first, line - first + 1
        # A member initializer, `b_{x}`, is part of the function's header.
        within = open_blocks[-1][0] if open_blocks else ""
        if character in "{};" and "value" not in (kind, within):
            header_start = position + 1


def block_kind(header: str, open_blocks: list[tuple[str, int]]) -> str:
    if any(kind != "outer" for kind, _ in open_blocks):
        return "inner"
    if OUTER_BLOCK.search(header):
        return "outer"
    if re.search(r"[\w>]$", header):
        return "value"
    return "function" if is_function(header) else "values"
