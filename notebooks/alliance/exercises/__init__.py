"""The exercises, one module a notebook. Each module has a dictionary ``EXERCISES`` from id to question."""
