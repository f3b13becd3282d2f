"""sitegen beside other programs that make sites, on one corpus; `make bench`, README.md."""
