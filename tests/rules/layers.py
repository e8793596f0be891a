#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A layer includes only what stands left of it.

usage: layers.py [ROOT]
"""
import re

import project

BELOW = {
    "base": "",
    "bitgen": "base",
    "seed": "base bitgen",
    "math": "base",
    "array": "base",
    "dist": "base bitgen math",
    "numpy": "base bitgen seed math dist array",
    "torch": "base bitgen seed math dist array",
    "pyrandom": "base bitgen seed math dist array",
    "text": "base array",
    "io": "base bitgen seed math dist array numpy torch pyrandom text",
    "script": "base bitgen seed math dist array numpy torch pyrandom text io",
}
# Which layer's promise a public header is; sameseed.h is all of them.
PUBLIC = {
    "status.h": "base", "version.h": "base", "cpu.h": "base",
    "bitgen.h": "bitgen", "seed.h": "seed", "dist.h": "dist",
    "array.h": "array", "numpy.h": "numpy", "numpy_multivariate.h": "numpy",
    "numpy_generator.h": "numpy", "numpy_release.h": "numpy",
    "torch.h": "torch", "torch_nn.h": "torch", "pyrandom.h": "pyrandom",
    "text.h": "text", "torch_release.h": "torch", "profile.h": "script",
    "io.h": "io", "script.h": "script",
}
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def included(top, path):
    for number, line in enumerate(project.lines(top, path), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def check_library(top, path, layer, failures):
    allowed = set(BELOW[layer].split()) | {layer}
    for number, mark, name in included(top, path):
        if name.startswith("sameseed/"):
            header = name.split("/", 1)[1]
            target = PUBLIC.get(header)
            if target is None:
                failures.append(f"{path}:{number}: {name} belongs to no layer "
                                "that layers.py knows")
                continue
        elif mark == '"':
            target = name.split("/", 1)[0]
        else:
            continue
        if target not in allowed:
            failures.append(f"{path}:{number}: {layer} includes {name} of "
                            f"{target}; it may include: "
                            f"{' '.join(sorted(allowed))}")


def check_client(top, path, failures):
    """cli/ and python/: public headers, the system's and their own."""
    folder = path.split("/")[0]
    own = set(project.files(top, [folder], [".h"]))
    for number, mark, name in included(top, path):
        if mark == '"' and not any(o.endswith("/" + name) for o in own):
            failures.append(f"{path}:{number}: {name} is not public; "
                            f"{folder}/ includes <sameseed/...> only")


def main():
    top, failures = project.root(), []
    checked = project.files(top, ["src", "include", "cli", "python"],
                            [".c", ".h"])
    for path in checked:
        parts = path.split("/")
        if parts[0] in ("cli", "python"):
            check_client(top, path, failures)
        elif parts[0] == "src" and parts[1] in BELOW:
            check_library(top, path, parts[1], failures)
        elif parts[0] == "include" and parts[-1] in PUBLIC:
            check_library(top, path, PUBLIC[parts[-1]], failures)
        elif parts[-1] != "sameseed.h":
            failures.append(f"{path}: in no layer that layers.py knows")
    project.finish(failures, f"layers of {len(checked)} files")


main()
