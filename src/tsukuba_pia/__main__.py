"""`python -m tsukuba_pia`."""

from tsukuba_pia.boot import main

main()
