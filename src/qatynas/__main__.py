"""`python -m qatynas` is the command line."""

from qatynas.cli import main

main()
