"""The program that asks Vega-Lite: one question a line in, one answer a line out, both JSON.

It runs as a process of its own: what a build forks must not hold JavaScript's threads, and a later build
of the same process (the preview) finds it running. Nothing of sitegen is imported here.
"""

from __future__ import annotations

import json
import sys

import vl_convert

VERSION = "6.4"
"""Of Vega-Lite: the same drawing whichever versions the library brings besides."""


def main() -> None:
    """Answer until there are no more questions. Data from elsewhere would not be fetched."""
    for line in sys.stdin:
        try:
            graph = vl_convert.vegalite_to_scenegraph(
                json.loads(line), vl_version=VERSION, allowed_base_urls=[]
            )
            answer: object = {"graph": graph}
        except Exception as error:  # noqa: BLE001  (a drawing that fails must not end the others)
            answer = {"error": " ".join(str(error).split())[:200]}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
