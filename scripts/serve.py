#!/usr/bin/env python3
"""Serves a folder on 127.0.0.1 as a web host should, with media types and a strict CSP.

Usage: serve.py [--port N] FOLDER
"""
import argparse
import errno
import functools
import http.server
import re
import sys
from pathlib import Path


def content_security_policy(folder: str) -> str:
    """The page's own policy, plus the one directive that only works in a header."""
    page = (Path(folder) / "index.html").read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', page)
    if policy is None:
        sys.exit(f"{folder}/index.html has no content security policy.")
    return f"{' '.join(policy[1].split()).rstrip('; ')}; frame-ancestors 'none'"


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments, policy: str, **options):
        self.policy = policy
        super().__init__(*arguments, **options)

    # The system's table of media types differs between machines.
    extensions_map = {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        "": "application/octet-stream",
    }

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def log_request(self, code="-", size="-") -> None:
        """Logs nothing, because only errors are worth a line."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("folder")
    arguments = parser.parse_args()
    handler = functools.partial(
        Handler, directory=arguments.folder, policy=content_security_policy(arguments.folder))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", arguments.port), handler)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            sys.exit(f"Port {arguments.port} is in use; choose another one with --port.")
        sys.exit(f"Port {arguments.port} cannot be used ({error}); choose another one with --port.")
    print(f"CPPO Desk is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl+C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
