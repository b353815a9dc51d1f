"""`python -m mopacreg`: the same as the command."""

from mopacreg.cli import main

if __name__ == "__main__":
    main()
