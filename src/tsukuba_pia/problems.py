"""What the outside world or the way of asking stands in the way of; `cli` turns it into one line and exit code 2."""


class Problem(Exception):
    """Cannot be carried out. `code` names the words in the labels' section [refusal], `values` fill them."""

    def __init__(self, code: str, **values: object) -> None:
        """Remember which words, and what fills them."""
        super().__init__(code)
        self.code = code
        self.values = values
