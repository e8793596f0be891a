# SPDX-License-Identifier: MIT
"""The command ``sameseed``: the program that lies in the package."""
import os
import sys


def program():
    """The path of the command, or None in a build that has none."""
    here = os.path.dirname(os.path.abspath(__file__))
    beside = [os.path.join(here, "bin", "sameseed"),
              os.path.join(here, os.pardir, os.pardir, "sameseed")]
    for path in beside:
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


def main():
    path = program()
    if path is None:
        sys.exit("sameseed: this build of the package has no command")
    sys.stdout.flush()
    os.execv(path, ["sameseed"] + sys.argv[1:])


if __name__ == "__main__":
    main()
