"""A command a file: options → one call → a view → a format.

Each module has a function `command`, whose docstring is its help with
examples, and which returns an exit status or None. SETTINGS, where a module
has it, changes how Typer parses. `mopacreg.cli.COMMANDS` lists the modules.
Nothing heavy is imported at a module's top.
"""
