"""How findings are told: one module per output format, each a pure function to text."""
