"""mopacreg: a local register of the decisions of London's Mayor's Office for Policing and Crime."""

__version__ = "0.4.0"
