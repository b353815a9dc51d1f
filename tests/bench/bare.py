"""The yardstick of start-up: a Typer app that does nothing."""

import typer

app = typer.Typer()


@app.callback(invoke_without_command=True)
def main() -> None:
    """Do nothing."""


app()
